// Keeps the reader's choice of light or dark on this device. Without a choice the system's holds.
(() => {
  const KEY = 'dateline-look';
  const QUERY = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/g;
  const root = document.documentElement;
  const written = new WeakMap();

  const chosen = () => {
    try {
      const look = localStorage.getItem(KEY);
      return look === 'light' || look === 'dark' ? look : '';
    } catch {
      return ''; // Storage may be blocked.
    }
  };
  // What a style sheet asks of the system is answered with the choice: so the owner's rules follow it too.
  const answered = (text, look) =>
    look ? text.replace(QUERY, (_, one) => (one === look ? '(min-width: 0px)' : '(max-width: 0px)')) : text;
  const media = (list, look) => {
    if (!written.has(list)) written.set(list, list.mediaText);
    const text = answered(written.get(list), look);
    if (list.mediaText !== text) list.mediaText = text;
  };
  const sheet = (of, look) => {
    let rules;
    try {
      rules = of?.cssRules ?? [];
    } catch {
      return; // Of another host.
    }
    for (const rule of rules) {
      if (rule.media) media(rule.media, look);
      sheet(rule.styleSheet ?? rule, look);
    }
  };
  const show = (look) => {
    if (look) root.dataset.look = look;
    else delete root.dataset.look;
    for (const one of document.styleSheets) sheet(one, look);
    for (const meta of document.querySelectorAll('meta[name="theme-color"][media]')) {
      meta.dataset.media ??= meta.media;
      meta.media = answered(meta.dataset.media, look);
    }
  };

  const tell = () => {
    const field = document.querySelector('[data-choose-look]');
    if (field) field.value = chosen();
  };
  const again = () => {
    show(chosen());
    tell();
  };

  if (chosen()) show(chosen());
  addEventListener('DOMContentLoaded', tell);
  addEventListener('storage', ({ key }) => {
    if (key === KEY || key === null) again();
  });
  // The preview has put a new page in the place of this one.
  addEventListener('dateline-renewed', again);
  addEventListener('change', ({ target }) => {
    if (!target.matches('[data-choose-look]')) return;
    try {
      if (target.value) localStorage.setItem(KEY, target.value);
      else localStorage.removeItem(KEY);
    } catch {
      // Then it holds for this page.
    }
    show(target.value);
  });
})();
