// Drawings and other files that run a script where nothing stops them. In each, RAN is the call that
// says so.

const NS = 'xmlns="http://www.w3.org/2000/svg"';
const X = 'xmlns:x="http://www.w3.org/1999/xhtml"';
const XL = 'xmlns:xlink="http://www.w3.org/1999/xlink"';
const svg = (inner, more = '') => `<svg ${NS} ${XL} ${X} width="90" height="90" ${more}>${inner}</svg>`;
const box = '<rect width="90" height="90"/>';
const data = (type, text) => `data:${type};base64,${Buffer.from(text).toString('base64')}`;

const handlers = [
  'onload', 'onclick', 'onmouseover', 'onmousemove', 'onmousedown', 'onmouseup', 'onfocus', 'onfocusin',
  'onpointerover', 'onpointerdown', 'onactivate', 'onerror', 'onbegin', 'onend', 'onrepeat', 'onresize',
  'onscroll', 'onwheel', 'ontouchstart', 'onkeydown', 'onanimationstart', 'ontransitionend', 'onauxclick',
  'onmouseenter', 'onbeforeinput', 'oncopy', 'onunload', 'ONLOAD', 'onLoad',
];

const elements = [
  '<script>RAN</script>',
  '<script type="text/javascript"><![CDATA[RAN]]></script>',
  '<script type="module">RAN</script>',
  '<script href="data:text/javascript,RAN"/>',
  '<script xlink:href="data:text/javascript,RAN"/>',
  '<s:script xmlns:s="http://www.w3.org/2000/svg">RAN</s:script>',
  '<x:script>RAN</x:script>',
  '<script xmlns="http://www.w3.org/1999/xhtml">RAN</script>',
  '<script xmlns="http://www.w3.org/1999/xhtm&#108;">RAN</script>',
  '<g><defs><symbol><script>RAN</script></symbol></defs></g>',
  '<title><x:script>RAN</x:script></title>',
  '<desc><script xmlns="http://www.w3.org/1999/xhtml">RAN</script></desc>',
  '<metadata><x:script>RAN</x:script></metadata>',
  '<metadata><script>RAN</script></metadata>',
  '<style><script>RAN</script></style>',
  '<text><script>RAN</script></text>',
  '<switch><script>RAN</script></switch>',
  '<unknown><script>RAN</script></unknown>',
  '<foreignObject width="90" height="90"><x:body onload="RAN"><x:script>RAN</x:script></x:body></foreignObject>',
  '<foreignObject width="90" height="90"><x:iframe srcdoc="&lt;script&gt;parent.RAN&lt;/script&gt;"/></foreignObject>',
  '<foreignObject width="90" height="90"><x:iframe src="javascript:parent.RAN"/></foreignObject>',
  '<foreignObject width="90" height="90"><x:img src="x:" onerror="RAN"/></foreignObject>',
  '<foreignObject width="90" height="90"><x:video><x:source onerror="RAN"/></x:video></foreignObject>',
  '<foreignObject width="90" height="90"><x:details open="" ontoggle="RAN"/></foreignObject>',
  '<foreignObject width="90" height="90"><x:input autofocus="" onfocus="RAN"/></foreignObject>',
  '<foreignObject width="90" height="90"><x:object data="javascript:RAN"/></foreignObject>',
  '<foreignObject width="90" height="90"><x:embed src="javascript:RAN"/></foreignObject>',
  '<foreignObject width="90" height="90"><x:form action="javascript:RAN"><x:button>x</x:button></x:form></foreignObject>',
  '<foreignObject width="90" height="90"><x:a href="javascript:RAN">x</x:a></foreignObject>',
  '<x:img src="x:" onerror="RAN"/>',
  '<x:body onload="RAN"/>',
  '<x:svg onload="RAN"/>',
  '<x:iframe srcdoc="&lt;script&gt;parent.RAN&lt;/script&gt;"/>',
  '<x:style onload="RAN">a{}</x:style>',
  '<x:link rel="stylesheet" href="data:text/css,a" onload="RAN"/>',
  '<x:meta http-equiv="refresh" content="0;url=javascript:RAN"/>',
  '<x:base href="javascript:RAN//"/>',
  '<math xmlns="http://www.w3.org/1998/Math/MathML"><mtext href="javascript:RAN">x</mtext></math>',
  '<image href="x:" onerror="RAN"/>',
  '<image xlink:href="x:" onerror="RAN"/>',
  `<image href="${data('image/png', 'no picture')}" onerror="RAN"/>`,
  '<feImage href="x:" onerror="RAN"/>',
  '<use href="data:image/svg+xml,%3Csvg id=\'a\' xmlns=\'http://www.w3.org/2000/svg\' onload=\'RAN\'/%3E#a"/>',
  '<use href="#s"/><symbol id="s"><rect width="9" height="9" onclick="RAN"/></symbol>',
  '<animate attributeName="x" dur="0.01s" onbegin="RAN"/>',
  '<rect width="9" height="9"><animate attributeName="x" from="0" to="1" dur="0.01s" onend="RAN"/></rect>',
  '<animateMotion dur="0.01s" path="M0 0h1" onbegin="RAN"/>',
  '<animateTransform attributeName="transform" type="rotate" dur="0.01s" from="0" to="1" onbegin="RAN"/>',
  '<set attributeName="x" to="1" onbegin="RAN"/>',
  '<discard begin="0s" onbegin="RAN"/>',
  '<a id="l"><animate href="#l" attributeName="href" values="javascript:RAN" dur="9s" fill="freeze"/>BOX</a>',
  '<a><set attributeName="href" to="javascript:RAN"/>BOX</a>',
  '<a><set attributeName="xlink:href" to="javascript:RAN"/>BOX</a>',
  '<a><animate attributeName="href" from="javascript:RAN" to="javascript:RAN" dur="9s"/>BOX</a>',
  '<rect width="9" height="9"><set attributeName="onmouseover" to="RAN"/></rect>',
  '<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">RAN</handler>',
  '<listener xmlns="http://www.w3.org/2001/xml-events" event="load" handler="#h"/><handler id="h">RAN</handler>',
  '<style onload="RAN">a{}</style>',
  '<style>@import "data:text/css,a"; </style><rect style="behavior:url(#x)" onclick="RAN"/>',
  '<g a=\'" onload="RAN\'><script/></g>',
  '<g style=\'fill:red" onclick="RAN\'>BOX</g>',
  '<g class="&quot; onclick=&quot;RAN">BOX</g>',
  '<text>&lt;script&gt;RAN&lt;/script&gt;</text><script>RAN</script>',
  '<![CDATA[<x>]]><script>RAN</script>',
  '<!-- --><script>RAN</script><!-- -->',
  '<g xml:base="javascript:"><a href="RAN">BOX</a></g>',
  '<tref href="x:" onerror="RAN"/>',
  '<video src="x:" onerror="RAN"/>',
  '<audio src="x:" onerror="RAN"/>',
  '<iframe src="javascript:parent.RAN"/>',
  '<canvas onclick="RAN"/>',
  '<cursor href="javascript:RAN"/>',
  '<view id="v" onload="RAN"/>',
  '<filter id="f"><feImage href="javascript:RAN"/></filter><rect width="9" height="9" filter="url(#f)"/>',
  '<linearGradient id="g" href="javascript:RAN"/><rect width="9" height="9" fill="url(#g)"/>',
  '<mpath href="javascript:RAN"/>',
  '<textPath href="javascript:RAN">x</textPath>',
];

const links = [
  'javascript:RAN', ' javascript:RAN', 'JaVaScRiPt:RAN', 'java&#115;cript:RAN', 'java&#9;script:RAN',
  'java&#10;script:RAN', 'java\nscript:RAN', 'java\tscript:RAN', '&#9;javascript:RAN', '&#x6A;avascript:RAN',
  'javascript&#58;RAN', 'javascript:/*https://example.org/*/RAN', 'javascript://%0aRAN', '&#32;javascript:RAN',
  'https:javascript:RAN', 'data:text/html,<![CDATA[x]]>', 'view-source:javascript:RAN', 'vbscript:RAN',
  data('text/html', '<script>RAN</script>'), data('image/svg+xml', svg('<script>RAN</script>')),
];
const link = (address) =>
  svg(`<a href="${address.replaceAll('<', '&lt;')}">${box}</a><a xlink:href="${address.replaceAll('<', '&lt;')}">${box}</a>`);

const documents = [
  `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="${data('text/xsl', '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><script xmlns="http://www.w3.org/1999/xhtml">RAN</script></xsl:template></xsl:stylesheet>')}"?>${svg('')}`,
  `<!DOCTYPE svg [<!ENTITY e "<script xmlns='http://www.w3.org/2000/svg'>RAN</script>">]>${svg('&e;')}`,
  `<!DOCTYPE svg [<!ENTITY e "javascript:RAN">]>${svg(`<a href="&e;">${box}</a>`)}`,
  `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "RAN">]>${svg('')}`,
  `<!DOCTYPE svg [<!ENTITY n "http://www.w3.org/1999/xhtml">]>${svg('<script xmlns="&n;">RAN</script>')}`,
  `<!DOCTYPE svg [<!ENTITY % p "<!ENTITY e 'x'>">%p;]>${svg('<script>RAN</script>')}`,
  `<s:svg xmlns:s="http://www.w3.org/2000/svg" onload="RAN"><s:script>RAN</s:script></s:svg>`,
  `<svg xmlns='http://www.w3.org/2000/svg' a='" onload="RAN'><script/><rect width='9' height='9'/></svg>`,
  `<svg ${NS}><g/></svg><script ${NS}>RAN</script>`,
  `<html xmlns="http://www.w3.org/1999/xhtml"><script>RAN</script></html>`,
  `<x:html ${X}><x:script>RAN</x:script></x:html>`,
  `<html><script>RAN</script></html>`,
  `<!DOCTYPE html><script>RAN</script>`,
  `\uFEFF${svg('<script>RAN</script>')}`,
  `${svg('<script>RAN</script>')}<!-- never closed`,
  `${svg('<script>RAN</script>').replace('</svg>', '')}`,
  `${svg('<script>RAN</script><g></wrong>')}`,
  `<?xml version="1.0" encoding="UTF-7"?>${svg('+ADw-script+AD4-RAN+ADw-/script+AD4-')}`,
  `<?xml version="1.1"?>${svg('<script>RAN</script>')}`,
  `<root><svg ${NS} onload="RAN"/></root>`,
  svg('', 'onload="RAN"'),
  svg('', 'onload=&quot;RAN&quot;'),
  svg('', "onload='RAN'"),
  svg(box, 'onclick="RAN"'),
  svg('<svg onload="RAN"/>'),
  svg(`<g onload="RAN">${box}</g>`),
  svg('<script>RAN</script>'.replaceAll('script', 'scr\u0000ipt')),
  `<svg ${NS} ${NS.replace('xmlns', 'xmlns:onload')} x:onload="RAN" ${X}/>`,
];

/** Every drawing, with the call in place: `ran` gives it for a number. */
export const drawings = (ran) =>
  [
    ...documents,
    ...elements.map((inner) => svg(inner)),
    ...links.map(link),
    ...handlers.map((name) => svg(`<g ${name}="RAN">${box}</g>`, name === 'onload' ? '' : `${name}="RAN"`)),
  ].map((text, number) => text.replaceAll('BOX', box).replaceAll('RAN', ran(number)));

const page = '<script>RAN</script>';
const xml = '<script xmlns="http://www.w3.org/1999/xhtml">RAN</script>';

/** Files that are no drawings, as endings and texts: what a host may show as a page. */
export const files = (ran) =>
  [
    ...['txt', 'csv', 'tsv', 'ics', 'vcf', 'vtt', 'srt', 'eml', 'geojson', 'json', 'rtf', 'zip', 'docx', 'xlsx', 'mp3', 'mp4', 'gz', 'ttf', 'bmp', 'jpg', 'png', 'pdf'].map(
      (ending) => [ending, page],
    ),
    ...['txt', 'ics', 'csv', 'mp3'].flatMap((ending) => [
      [ending, `\n\t <!-- x -->${page}`],
      [ending, `\uFEFF<html>${page}`],
      [ending, `<?xml version="1.0"?><r>${xml}</r>`],
      [ending, `<!doctype html><body onload="RAN">`],
      [ending, `<br>${page}`],
    ]),
    ...['kml', 'gpx'].flatMap((ending) => [
      [ending, page],
      [ending, `<r>${xml}</r>`],
      [ending, `<?xml version="1.0"?><gpx><x:script ${X}>RAN</x:script></gpx>`],
      [ending, `<kml>${svg('<script>RAN</script>')}</kml>`],
      [ending, documents[0].replace(svg(''), '<kml/>')],
      [ending, `<!DOCTYPE kml [<!ENTITY n "http://www.w3.org/1999/xhtml">]><kml><script xmlns="&n;">RAN</script></kml>`],
      [ending, `<kml>${xml}`],
    ]),
    ...['html', 'htm', 'xhtml', 'xht', 'xml', 'xsl', 'svgz', 'xsd', 'rdf', 'atom', 'mhtml', 'shtml', 'js', 'php', 'plist', 'xbl', 'mathml', 'unknown', ''].flatMap(
      (ending) => [
        [ending, page],
        [ending, `<r>${xml}</r>`],
      ],
    ),
  ].map(([ending, text], number) => [ending, text.replaceAll('RAN', ran(number))]);
