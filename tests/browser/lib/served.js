// A project in a folder of its own, and `dateline serve` at work in it.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const program =
  process.env.DATELINE ?? fileURLToPath(new URL('../../../target/debug/dateline', import.meta.url));

/** A folder with files, which goes at the end. */
export function project(files) {
  const root = mkdtempSync(join(tmpdir(), 'dateline-served-'));
  const at = (path) => join(root, path);
  const write = (path, text) => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  return {
    root,
    write,
    read: (path) => readFileSync(at(path), 'utf8'),
    remove: (path) => rmSync(at(path)),
    done: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Serves a project: `{ origin, address, port, end }`, with `end` as Ctrl-C, which gives the exit code. */
export async function served(root, ...args) {
  const free = args.includes('--port') ? [] : ['--port', '0'];
  const server = spawn(program, ['serve', '--root', root, '--now', '2026-01-15', ...free, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const address = await new Promise((found, failed) => {
    const hear = (text) => {
      said += text;
      const [, url] = /Serving (http:\S+)/.exec(said) ?? [];
      if (url) found(url);
    };
    server.stdout.setEncoding('utf8').on('data', hear);
    server.stderr.setEncoding('utf8').on('data', hear);
    server.once('error', () => failed(new Error(`There is no program at ${program}: build it, or name it with DATELINE.`)));
    server.once('exit', (code) => failed(new Error(`The server ended with ${code}:\n${said}`)));
  });
  server.removeAllListeners('exit');
  const { origin, port } = new URL(address);
  return {
    origin,
    port: Number(port),
    address: (path) => new URL(path, origin).href,
    end: () =>
      new Promise((ended) => {
        if (server.exitCode !== null || server.signalCode !== null) return ended(server.exitCode);
        server.once('exit', ended);
        server.kill('SIGINT');
      }),
  };
}
