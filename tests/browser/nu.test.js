import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { filesOf, folder, pages } from './lib/site.js';

const jar = String(createRequire(import.meta.url)('vnu-jar'));

// What the checker says of correct documents, because its own CSS parser is behind the standard.
const allowed = [
  { files: /\.css$/, message: /^CSS: Unrecognized at-rule “@container”$/, reason: 'CSS Containment 3; in every browser since 2023' },
  { files: /\.css$/, message: /^CSS: “container-type”: Property “container-type” doesn't exist\.$/, reason: 'CSS Containment 3; in every browser since 2023' },
  { files: /\.css$/, message: /^CSS: “paint-order”: Property “paint-order” doesn't exist\.$/, reason: 'CSS Fill and Stroke 3, SVG 2; for text of drawings in every browser since 2018' },
];

test('the Nu checker finds nothing in any page, style sheet or drawing', (t) => {
  const java = spawnSync(
    'java',
    ['-Xss1m', '-jar', jar, '--skip-non-html', '--also-check-css', '--also-check-svg', '--format', 'json', '--stdout', '--exit-zero-always', folder],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (java.error?.code === 'ENOENT') {
    assert.fail('There is no Java for the checker. Install it with "apt-get install default-jre-headless".');
  }
  assert.ifError(java.error);
  assert.equal(java.status, 0, java.stderr);

  const findings = new Map();
  for (const { type, subType, url, lastLine, message, extract } of JSON.parse(java.stdout).messages) {
    const file = url ? relative(folder, fileURLToPath(url)).split(sep).join('/') : '(the checker)';
    if (allowed.some((one) => one.files.test(file) && one.message.test(message))) continue;
    const said = `${subType ?? type}: ${message}`;
    const places = findings.get(said) ?? [];
    places.push(`${file}:${lastLine} ${extract ?? ''}`.trim());
    findings.set(said, places);
  }
  const list = [...findings].map(([said, at]) => `${said}\n    ${at.length} times, first ${at[0]}`);
  assert.equal(list.length, 0, `\n${list.join('\n')}`);
  const others = filesOf().filter((path) => /\.(css|svg)$/.test(path)).length;
  t.diagnostic(`checked ${pages.length} pages, ${others} style sheets and drawings`);
});
