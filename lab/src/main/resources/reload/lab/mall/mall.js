// The mall's own small script; every page also works without it.
(function () {
  'use strict';
  var one = function (selector) { return document.querySelector(selector); };

  // A sorted shelf as soon as an order is chosen.
  document.addEventListener('change', function (e) {
    var form = e.target.closest('form[data-submit]');
    if (form) form.submit();
    if (e.target.name === 'colour') {
      var photo = one('[data-photo]'), name = one('[data-colour]'), gallery = one('[data-gallery]');
      photo.src = e.target.dataset.src;
      name.textContent = e.target.dataset.name;
      gallery.scrollTo({ left: 0, behavior: 'smooth' });
    }
  });

  // Which of the pictures is in view.
  var gallery = one('[data-gallery]');
  if (gallery) {
    gallery.addEventListener('scroll', function () {
      one('.nth b').textContent = Math.round(gallery.scrollLeft / gallery.clientWidth) + 1;
    }, { passive: true });
  }

  // The bar at the bottom appears once the buttons have left the screen.
  var act = one('.info .act'), sticky = one('[data-sticky]');
  if (act && sticky && 'IntersectionObserver' in window) {
    new IntersectionObserver(function (seen) {
      sticky.classList.toggle('up', !seen[0].isIntersecting);
    }).observe(act);
  }

  // Into the cart without leaving the page.
  var toast = one('[data-toast]'), gone;
  document.addEventListener('submit', function (e) {
    if (!e.submitter || !e.submitter.hasAttribute('data-add')) return;
    e.preventDefault();
    var form = e.target;
    fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { Accept: 'application/json' } })
      .then(function (answer) { return answer.json(); })
      .then(function (now) {
        document.querySelectorAll('.count').forEach(function (count) {
          count.textContent = now.pieces;
          count.dataset.count = now.pieces;
        });
        toast.hidden = false;
        clearTimeout(gone);
        gone = setTimeout(function () { toast.hidden = true; }, 4000);
        if (window.reload) window.reload('cart', now.cart);
      })
      .catch(function () { form.submit(); });
  });
})();
