// Comments by giscus, which is not contacted before the reader presses the button.
const host = 'https://giscus.app';
const key = 'giscus-session';
const slot = document.querySelector('[data-giscus]');
const button = slot?.querySelector('button');

const stored = () => {
  try { return JSON.parse(localStorage.getItem(key) ?? '""'); } catch { return ''; }
};
const store = (session) => {
  try { localStorage.setItem(key, JSON.stringify(session)); } catch { /* storage may be blocked */ }
};

const show = () => {
  const { repo, repoId, category, categoryId, term } = slot.dataset;
  const here = new URL(location.href);
  here.hash = '';
  here.searchParams.delete('giscus');
  const wanted = new URLSearchParams({
    origin: here.href, session: stored(), theme: 'preferred_color_scheme',
    reactionsEnabled: '1', emitMetadata: '0', inputPosition: 'bottom', strict: '1',
    repo, repoId, category, categoryId, term, description: '', backLink: here.href,
  });
  const frame = document.createElement('iframe');
  frame.src = `${host}/widget?${wanted}`;
  frame.title = button.dataset.title;
  frame.allow = 'clipboard-write';
  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== host || source !== frame.contentWindow) return;
    if (data?.giscus?.resizeHeight) frame.height = data.giscus.resizeHeight;
    if (data?.giscus?.signOut) { store(''); frame.remove(); button.hidden = false; }
  });
  button.hidden = true;
  slot.append(frame);
};

if (button) {
  const back = new URL(location.href);
  const session = back.searchParams.get('giscus');
  button.hidden = false;
  button.addEventListener('click', show);
  if (session) {
    // The reader returns from signing in, which started in the frame.
    store(session);
    back.searchParams.delete('giscus');
    history.replaceState(null, '', back);
    show();
  }
}
