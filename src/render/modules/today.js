// Shows today first on /on-this-day/: which day that is depends on when the page is read.
(() => {
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()];
  // Before the page is painted, so that nothing moves.
  const sheet = document.styleSheets[0];
  sheet?.insertRule(`.calendar > :nth-child(${month}) { order: -1 }`, sheet.cssRules.length);
  addEventListener('DOMContentLoaded', () => {
    const cell = document.querySelector(`.calendar > :nth-child(${month}) li:nth-child(${day}) > *`);
    const line = document.querySelector('[data-today]');
    if (!cell || !line) return;
    cell.setAttribute('aria-current', 'date');
    const link = line.querySelector('a, span');
    const { lang } = document.documentElement;
    // As the theme writes dates in English: day before month.
    const name = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { numberingSystem: line.dataset.digits, day: 'numeric', month: 'long' }).format(now);
    const shown = document.createElement(cell.href ? 'a' : 'span');
    if (cell.href) shown.href = cell.getAttribute('href');
    shown.textContent = name;
    link.replaceWith(shown);
    const count = cell.querySelector('.unseen')?.textContent;
    if (count) line.append(` (${count})`);
  });
})();
