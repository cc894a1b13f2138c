// A heart that can be given and taken back.
document.addEventListener('click', function (e) {
  var button = e.target.closest('[data-like]');
  if (!button) return;
  var on = button.getAttribute('aria-pressed') !== 'true';
  var count = button.querySelector('b');
  button.setAttribute('aria-pressed', String(on));
  count.textContent = (Number(count.dataset.n) + (on ? 1 : 0)).toLocaleString('ko');
});
