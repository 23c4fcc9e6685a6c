// Films and posts of other hosts, which are not contacted before the reader presses the link.
for (const link of document.querySelectorAll('.embed > a[data-frame]')) {
  link.addEventListener('click', (event) => {
    // A new tab or window is the reader's choice.
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const address = new URL(link.dataset.frame, location.href);
    if (address.protocol !== 'https:') return;
    event.preventDefault();
    const frame = document.createElement('iframe');
    frame.title = link.textContent;
    frame.allow = 'fullscreen; encrypted-media; picture-in-picture';
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    frame.src = address.href;
    link.hidden = true;
    link.before(frame);
    frame.focus();
  });
}
