// Runs before every other script of a page and tells the test's server what happens there. It asks the browser for nothing that counts as the
// shopper's input, and puts nothing in the page.
(() => {
  const run = RUN, doc = Math.random().toString(36).slice(2), send = navigator.sendBeacon.bind(navigator), text = JSON.stringify, time = Date.now;
  let said = 0;
  const tell = (what, more) => send('/told', text({
    run, doc, said: said++, at: time(), what, page: location.pathname + location.hash,
    activated: !!navigator.userActivation?.hasBeenActive, ...more,
  }));
  // Whose call it is: a script of Reload is somewhere below it on the stack.
  const ours = () => /\/sdk\/reload|\/s\/[a-z-]+\/reload\.js/.test(new Error().stack);
  let inside = 0;
  const watch = (owner, names) => names.forEach((name) => {
    const call = owner?.[name];
    if (call) owner[name] = function (...said) {
      tell('call', { call: name, ours: ours() });
      inside++;
      try { return call.apply(this, said); } finally { inside--; }
    };
  });
  const watchSet = (owner, name) => {
    const { get, set, ...more } = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, { ...more, get, set(value) { tell('call', { call: name + '=', ours: ours() }); set.call(this, value); } });
  };
  watch(History.prototype, ['pushState', 'replaceState', 'back', 'forward', 'go']);
  watchSet(History.prototype, 'scrollRestoration');
  watch(window, ['open']);
  watch(HTMLElement.prototype, ['click']);
  watch(HTMLFormElement.prototype, ['submit', 'requestSubmit']);
  if (window.Navigation) watch(Navigation.prototype, ['navigate', 'reload', 'traverseTo', 'back', 'forward', 'updateCurrentEntry']);
  // The members of `location` cannot be replaced. Where there is a Navigation API, setting them is heard at once, on the caller's stack;
  // everywhere, what they lead to is another page, which the server sees.
  window.navigation?.addEventListener('navigate', (e) => { if (!inside && ours()) tell('call', { call: 'location ' + e.navigationType, ours: true }); });

  const { attachShadow } = Element.prototype;
  let root;
  Element.prototype.attachShadow = function (how) { const made = attachShadow.call(this, how); if (this.localName === 'reload-page') root = made; return made; };
  // What is to be seen on it, and where.
  const parts = () => [...root.querySelectorAll('button, a')].map((part) => {
    const { left, top, width, height } = part.getBoundingClientRect();
    return { text: part.textContent, x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
  });
  new MutationObserver((changes) => changes.forEach(({ addedNodes, removedNodes }) => {
    if ([...addedNodes].some((node) => node.localName === 'reload-page')) { tell('shown'); setTimeout(() => tell('parts', { parts: parts() }), 400); }
    if ([...removedNodes].some((node) => node.localName === 'reload-page')) tell('taken away');
  })).observe(document.documentElement, { childList: true });

  tell('here', { way: performance.getEntriesByType('navigation')[0].type, from: document.referrer, entries: history.length });
  // All of it is there and can be seen: now a hand finds what it looks for.
  addEventListener('DOMContentLoaded', () => requestAnimationFrame(() => requestAnimationFrame(() => tell('ready'))));
  addEventListener('pageshow', ({ persisted }) => { if (persisted) tell('here', { persisted }); });
  addEventListener('popstate', () => tell('here'));
  addEventListener('hashchange', () => tell('here'));
  addEventListener('visibilitychange', () => { if (!document.hidden) tell('seen'); });
  addEventListener('error', ({ message, filename }) => { if (/\/sdk\/reload|\/s\/[a-z-]+\/reload\.js/.test(filename)) tell('error', { message }); });
  addEventListener('unhandledrejection', ({ reason }) => { if (/\/sdk\/reload|\/s\/[a-z-]+\/reload\.js/.test(reason?.stack)) tell('error', { message: '' + reason }); });
  new PerformanceObserver((list) => list.getEntries().forEach(({ name }) => { if (name.endsWith('/v1/plan')) tell('planned'); })).observe({ type: 'resource', buffered: true });
  window.witness = tell;
})();
