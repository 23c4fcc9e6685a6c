// A button that copies the field beside it. Without it the text can be selected.
for (const button of document.querySelectorAll('[data-copy]')) {
  const field = button.parentNode.querySelector('textarea');
  button.hidden = false;
  button.addEventListener('click', async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // Not over plain HTTP.
      document.execCommand('copy');
    }
    button.textContent = button.dataset.copy;
  });
}
