import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Chromium } from './chromium';
import { Street } from './street';
import { Tab } from './tab';

// Every storefront is different: the script in a real browser, on pages as malls have them.

let browser: Chromium, street: Street, tab: Tab;
before(() => { browser = Chromium.start(); });
after(() => browser.end());
beforeEach(async () => { street = await Street.open(); tab = await Tab.open(browser); });
afterEach(async () => { await tab.close(); street.close(); });

const viewing = `<script>reload('page', {template: 'product'}); reload('product', {id: 'p-17', name: 'Shirt', price: 59000});</script>`;
const at = (path: string): string => street.mall + path;
/** Nothing of ours may be seen by the mall's people in their console. */
const quiet = (): void => assert.deepEqual(tab.errors, []);
const asksForPlans = (n: number): Promise<void> => street.until(() => street.plans.length >= n);
const bundles = (): string[] => street.asked.filter((file) => /^reload(-hold)?\.[0-9a-f]{8}\.js$/.test(file));

test('the script in the head, before any body: a product page is told and asks for its plan', async () => {
  street.pages['/p'] = street.html(viewing);
  await tab.goto(at('/p'));
  await asksForPlans(1);
  assert.deepEqual([street.plans[0].template, street.plans[0].product], ['product', 'p-17']);
  quiet();
});

test('the script at the end of the body, with the loader alone', async () => {
  street.pages['/p'] = street.html(`<h1>Shirt</h1>${street.loader}`, '<script type="application/ld+json">{"@type": "Product", "sku": "p-17", "name": "Shirt"}</script>');
  await tab.goto(at('/p'));
  await asksForPlans(1);
  assert.equal(street.plans[0].product, 'p-17');
  quiet();
});

test('injected late by a tag manager, long after the page has loaded', async () => {
  street.pages['/p'] = street.html('<script type="application/ld+json">{"@type": "Product", "sku": "p-17"}</script>', '');
  await tab.goto(at('/p'));
  await wait(300);
  await tab.value(`{ const s = document.createElement('script'); s.async = true; s.src = '${street.reload}/s/demo/reload.js'; document.head.append(s); 0 }`);
  await asksForPlans(1);
  assert.equal(street.plans[0].product, 'p-17');
  quiet();
});

test('two copies of the script are one', async () => {
  street.pages['/p'] = street.html(viewing + street.snippet + street.loader);
  await tab.goto(at('/p'));
  await asksForPlans(1);
  await wait(500);
  await tab.value(`reload('order', {id: 'T-1', amount: 1000})`);
  await street.until(() => street.told('order-placed').length);
  assert.deepEqual([bundles().length, street.plans.length, street.told('page-viewed').length, street.told('order-placed').length], [1, 1, 1, 1]);
  quiet();
});

test('inside a frame nothing happens, and the page around it is told once', async () => {
  street.pages['/inner'] = street.html(viewing);
  street.pages['/p'] = street.html(`${viewing}<iframe src="/inner"></iframe><iframe src="${street.mall.replace('127.0.0.1', 'localhost')}/inner"></iframe>`);
  await tab.goto(at('/p'));
  await asksForPlans(1);
  await wait(500);
  assert.deepEqual([bundles().length, street.plans.length], [1, 1]);
  quiet();
});

test('a page that has replaced what browsers give it', async () => {
  const hostile = `<script>
    window.reload = function own() { return 'the mall\\'s own'; };
    window.$ = window._ = window.Promise2 = {};
    Array.prototype.inject = function () {};
    Object.defineProperty(Object.prototype, 'extra', { value: 1, enumerable: true, configurable: true });
    window.requestIdleCallback = undefined;
    JSON.parse = ((parse) => function () { return parse.apply(this, arguments); })(JSON.parse);
    window.name = 'top'; window.status = '';
    Element.prototype.closest = undefined;
  </script>`;
  street.pages['/p'] = street.html(viewing.replaceAll('reload(', '__rl('), hostile + street.snippet);
  await tab.goto(at('/p'));
  await asksForPlans(1);
  assert.equal(await tab.value('reload()'), 'the mall\'s own');
  await tab.click(200, 200);
  await street.until(() => street.told('product-viewed').length);
  quiet();
});

test('a page that takes storage away', async () => {
  await tab.before(`for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });`);
  street.pages['/p'] = street.html(viewing);
  await tab.goto(at('/p'));
  await asksForPlans(1);
  assert.equal(street.plans[0].storage, 'none');
  quiet();
});

test('a blocked script leaves the mall as it is', async () => {
  await tab.ask('Network.setBlockedURLs', { urls: ['*/s/demo/reload.js'] });
  street.pages['/p'] = street.html(`${viewing}<script>reload('consent', 'granted'); window.after = 1;</script>`);
  await tab.goto(at('/p'));
  assert.equal(await tab.value('after'), 1);
  await tab.click(200, 200);
  assert.deepEqual([street.arrived.length, tab.errors.filter((e) => !/ERR_BLOCKED/.test(e))], [0, []]);
});

test('blocked addresses: nothing is thrown, what happened is kept and told when they open', async () => {
  await tab.ask('Network.setBlockedURLs', { urls: ['*/v1/*'] });
  street.pages['/p'] = street.html(viewing);
  await tab.goto(at('/p'));
  await street.until(() => bundles().length);
  await tab.until(`JSON.parse(localStorage['reload.demo'] ?? '{}').out?.length > 1`);
  await wait(300);
  assert.deepEqual(tab.errors.filter((e) => !/ERR_BLOCKED/.test(e)), []);
  await tab.ask('Network.setBlockedURLs', { urls: [] });
  await tab.goto(at('/p'));
  await street.until(() => street.told('product-viewed').length >= 2);
});

test('offline and back: what happened meanwhile arrives with the next page', async () => {
  street.pages['/p'] = street.html(viewing);
  await tab.goto(at('/p'));
  await asksForPlans(1);
  const offline = (is: boolean): Promise<unknown> => tab.ask('Network.emulateNetworkConditions', { offline: is, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await offline(true);
  await tab.value(`reload('product', {id: 'p-off'})`);
  await wait(300);
  await offline(false);
  await tab.goto(at('/p'));
  await street.until(() => street.told('product-viewed').some((e) => e.product.id === 'p-off'));
  assert.equal(street.told('product-viewed').filter((e) => e.product.id === 'p-off').length, 1);
  assert.deepEqual(tab.errors.filter((e) => !/ERR_INTERNET/.test(e)), []);
});

test('a slow network: a plan that comes after five seconds is a plan all the same, and the page has not waited for it', async () => {
  street.slowMs = 5_000;
  street.pages['/p'] = street.html(`${viewing}<script>addEventListener('load', () => { window.loadedAt = performance.now(); });</script>`);
  await tab.goto(at('/p'));
  assert.ok((await tab.value<number>('loadedAt')) < 2_000);
  await asksForPlans(1);
  await wait(5_500);
  street.slowMs = 0;
  assert.equal(await tab.value(`new Promise((hear) => reload('look', hear)).then((inside) => inside.plan()?.[0].eligible)`), true);
  quiet();
});

test('under the strictest content security policy, with the lines of the guide and no more', async () => {
  const policy = `default-src 'none'; script-src 'nonce-mall' ${street.reload}; connect-src ${street.reload}; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types 'none'`;
  street.pages['/list'] = {
    html: street.html(`<script nonce="mall">reload('page', {template: 'list'});</script>`, street.snippet.replaceAll('<script', '<script nonce="mall"')),
    headers: { 'content-security-policy': policy },
  };
  street.config = { more: [['self', `/sdk/${street.manifest.chunks.consent}`], ['dataLayer', `/sdk/${street.manifest.chunks.ga4}`]], consentFrom: 'google', consentRequired: true };
  await tab.before(`window.dataLayer = []; addEventListener('securitypolicyviolation', (e) => { (window.violations ??= []).push(e.violatedDirective + ' ' + e.blockedURI); });`);
  await tab.goto(at('/list'));
  await street.until(() => street.asked.includes(street.manifest.chunks.consent!));
  await tab.value(`(function () { dataLayer.push(arguments); })('consent', 'update', {analytics_storage: 'granted'}); 0`);
  await asksForPlans(1);
  assert.deepEqual(await tab.value('window.violations ?? []'), []);
  quiet();
});

test('React Router and Vue Router: each route is a view of its own, told once, with its own product', async () => {
  // Both change the address by history.pushState and draw afterwards.
  street.pages['/p/1'] = street.html(`<main></main><script>
    const products = { '/p/1': 'p-1', '/p/2': 'p-2' };
    const draw = () => { document.querySelector('main').textContent = location.pathname; const id = products[location.pathname]; reload('page', { template: id ? 'product' : 'list' }); if (id) reload('product', { id }); };
    addEventListener('popstate', draw);
    window.go = (to) => { history.pushState({}, '', to); draw(); };
    draw();
  </script>`);
  await tab.goto(at('/p/1'));
  await asksForPlans(1);
  await tab.value(`go('/list')`);
  await asksForPlans(2);
  await tab.value(`go('/p/2')`);
  await asksForPlans(3);
  await tab.value(`history.replaceState({}, '', '/p/2#reviews')`);
  await tab.value('history.back()');
  await asksForPlans(4);
  await wait(300);
  await tab.value(`reload('order', {id: 'flush', amount: 1})`);
  await street.until(() => street.told('order-placed').length);
  const views = street.told('page-viewed');
  assert.deepEqual(views.map((e) => [new URL(e.url).pathname, e.navigation, e.template]),
    [['/p/1', 'navigate', 'product'], ['/list', 'route', 'list'], ['/p/2', 'route', 'product'], ['/list', 'route', 'list']]);
  assert.deepEqual(street.plans.map((p) => p.product), ['p-1', undefined, 'p-2', undefined]);
  assert.deepEqual(street.told('product-viewed').map((e) => [e.product.id, views.findIndex((v) => v.id === e.view)]), [['p-1', 0], ['p-2', 2]]);
  quiet();
});

test('a router that draws later than it changes the address: the product said then belongs to the new view', async () => {
  street.pages['/p/1'] = street.html(viewing);
  await tab.goto(at('/p/1'));
  await asksForPlans(1);
  await tab.value(`history.pushState({}, '', '/p/2'); setTimeout(() => { reload('page', {template: 'product'}); reload('product', {id: 'p-2'}); }, 400); 0`);
  await street.until(() => street.plans.some((p) => p.product === 'p-2'));
  await tab.value(`reload('order', {id: 'flush', amount: 1})`);
  await street.until(() => street.told('order-placed').length);
  const views = street.told('page-viewed');
  assert.deepEqual([views.length, street.told('product-viewed').at(-1).view === views[1].id], [2, true]);
});

test('a page restored from the back-forward cache is a new view that asks for a plan of its own', async () => {
  street.pages['/p'] = street.html(`${viewing}<a id="next" href="/list">list</a>`);
  street.pages['/list'] = street.html(`<script>reload('page', {template: 'list'});</script>`);
  await tab.before(`addEventListener('pageshow', (e) => { window.restored = e.persisted; });`);
  await tab.goto(at('/p'));
  await asksForPlans(1);
  await tab.goto(at('/list'));
  await asksForPlans(2);
  await tab.back();
  assert.equal(await tab.value('restored'), true);
  await asksForPlans(3);
  await tab.value(`reload('order', {id: 'flush', amount: 1})`);
  await street.until(() => street.told('order-placed').length);
  assert.deepEqual(street.plans.map((p) => p.product), ['p-17', undefined, 'p-17']);
  assert.equal(new Set(street.plans.map((p) => p.view)).size, 3);
  assert.deepEqual(street.told('page-viewed').at(-1).navigation, 'back-forward');
  quiet();
});

test('no page is kept out of the back-forward cache by us', async () => {
  street.pages['/p'] = street.html(viewing);
  street.pages['/list'] = '<!doctype html><title>list</title>';
  await tab.goto(at('/p'));
  await asksForPlans(1);
  await tab.goto(at('/list'));
  await tab.back();
  assert.equal(await tab.value(`performance.getEntriesByType('navigation')[0].notRestoredReasons ?? null`), null);
});

test('a page that nobody sees, rendered ahead or in a tab in the background, is no view until it draws a frame', async () => {
  await tab.before(`{ const soon = requestAnimationFrame; window.waiting = []; window.requestAnimationFrame = (f) => window.seen ? soon(f) : waiting.push(f); }`);
  street.pages['/p'] = street.html(viewing);
  await tab.goto(at('/p'));
  await wait(3000);
  assert.deepEqual(bundles(), []);
  await tab.value(`window.seen = true; waiting.forEach((f) => requestAnimationFrame(f)); 0`);
  await asksForPlans(1);
  const old = await tab.value<number>('performance.now()');
  await tab.goto('about:blank');
  await street.until(() => street.told('dwelled').length);
  const dwelled = street.told('dwelled').at(-1) as { wallMs: number };
  assert.ok(dwelled.wallMs < old - 400, `${dwelled.wallMs} ms of dwell begin when it is seen, not ${old} ms ago`);
  quiet();
});

test('Global Privacy Control: nothing is kept or sent until the shopper says so', async () => {
  await tab.before(`Object.defineProperty(navigator, 'globalPrivacyControl', { get: () => true });`);
  street.pages['/p'] = street.html(viewing);
  await tab.goto(at('/p'));
  await street.until(() => bundles().length);
  await wait(1000);
  assert.deepEqual([street.arrived.length, await tab.value('localStorage.length')], [0, 0]);
  await tab.value(`reload('consent', 'granted')`);
  await asksForPlans(1);
  assert.equal(await tab.value('localStorage.length'), 1);
  street.config = { wishes: false };
  const other = await Tab.open(browser);
  await other.before(`Object.defineProperty(navigator, 'globalPrivacyControl', { get: () => true });`);
  await other.goto(at('/p'));
  await asksForPlans(2);
  await other.close();
});

test('a pinned version runs, chunks and all', async () => {
  street.pages['/p'] = street.html('<script type="application/ld+json">{"@type": "Product", "sku": "p-17"}</script>', street.pinned);
  await tab.goto(at('/p'));
  await asksForPlans(1);
  assert.equal(street.plans[0].product, 'p-17');
  quiet();
});

test('a file that is not what was pinned is not run: loader, bundle or chunk', async () => {
  street.pages['/p'] = street.html('<script type="application/ld+json">{"@type": "Product", "sku": "p-17"}</script>', street.pinned);
  for (const name of ['reload-loader', 'reload', 'reload-more']) {
    street.tampers = (file, text) => (file.replace(/\..*/, '') === name ? `window.evil = '${name}';${text}` : text);
    const shopper = await Tab.open(browser);
    await shopper.goto(at('/p'));
    await wait(1000);
    assert.equal(await shopper.value('window.evil ?? null'), null, name);
    assert.ok(shopper.errors.some((e) => /integrity/i.test(e)), `${name}: ${shopper.errors}`);
    await shopper.close();
  }
});

test('a build of the mall\'s own: the npm package loads the script once, and its calls wait for it', async () => {
  const [index] = [readFileSync('dist/npm/index.js', 'utf8')];
  street.pages['/p'] = street.html(`<script type="module">${index.replace(/export \{[^]*\};/, '')}
    load({ base: '${street.reload}/', key: 'demo' });
    load({ base: '${street.reload}', key: 'demo' });
    reload('page', { template: 'product' });
    reload('product', { id: 'p-17', price: 59000 });
  </script>`, '');
  await tab.goto(at('/p'));
  await asksForPlans(1);
  assert.deepEqual([street.plans[0].product, street.plans.length, bundles().length], ['p-17', 1, 1]);
  quiet();
});

test('to be forgotten leaves nothing in the browser, and is silent', async () => {
  street.pages['/p'] = street.html(viewing);
  await tab.goto(at('/p'));
  await asksForPlans(1);
  const before = street.arrived.length;
  await tab.value('reload.forget()');
  await tab.value(`reload('product', {id: 'p-3'}); document.dispatchEvent(new Event('visibilitychange')); 0`);
  await wait(500);
  assert.deepEqual([await tab.value('[localStorage.length, sessionStorage.length, document.cookie]'), street.arrived.length], [[0, 0, ''], before]);
});

test('a mall that tells Google Analytics and nobody else is heard', async () => {
  street.pages['/p'] = street.html(`<script>
    window.dataLayer = []; function gtag() { dataLayer.push(arguments); }
    gtag('event', 'view_item', { currency: 'KRW', items: [{ item_id: 'p-17', item_name: 'Shirt', price: 59000 }] });
  </script>`);
  await tab.goto(at('/p'));
  await street.until(() => street.plans.some((p) => p.product === 'p-17'));
  await tab.value(`gtag('event', 'add_to_cart', { currency: 'KRW', items: [{ item_id: 'p-17', quantity: 2, price: 59000 }] })`);
  await tab.value(`dataLayer.push({ event: 'purchase', ecommerce: { transaction_id: 'T-9', value: 118000, currency: 'KRW', items: [{ item_id: 'p-17', quantity: 2, price: 59000 }] } })`);
  await tab.value(`reload('order', { id: 'T-9', amount: 118000 })`);
  await street.until(() => street.told('order-placed').length);
  await wait(300);
  await tab.value(`reload('order', { id: 'T-10', amount: 1 })`);
  await street.until(() => street.told('order-placed').length > 1);
  assert.deepEqual(street.told('order-placed').map((e) => [e.order, e.amount]), [['T-9', 118000], ['T-10', 1]]);
  assert.deepEqual(street.told('cart-changed').map((e) => e.items), [[{ product: 'p-17', quantity: 2, price: 59000 }]]);
  quiet();
});

test('a mall without a data layer loads nothing for it', async () => {
  street.pages['/p'] = street.html(viewing);
  await tab.goto(at('/p'));
  await asksForPlans(1);
  await wait(300);
  assert.ok(!street.asked.includes(street.manifest.chunks.ga4!));
});

const openShadows = `{ const own = Element.prototype.attachShadow; Element.prototype.attachShadow = function () { return own.call(this, { mode: 'open' }); }; }`;

/** What the server says of each trigger: every rule that refuses it. */
const refused = (by: Record<string, string[]> = {}): object =>
  Object.fromEntries(['back-hold', 'back-landing', 'leave-signal', 'return', 'link', 'inline'].map((trigger) => [trigger, by[trigger] ?? []]));

test('a link that nobody signed, or that has expired, shows nothing', async () => {
  street.pages['/p'] = street.html(viewing);
  await tab.goto(at('/p?reload_debug=forged'));
  await street.until(() => street.arrived.some(({ path }) => path === '/v1/preview'));
  await wait(500);
  assert.equal(await tab.value(`document.querySelector('reload-debug')`), null);
  assert.deepEqual(tab.errors.filter((e) => !/404/.test(e)), []);
});

test('a signed link shows what the script knows and would do; what is shown there is not counted', async () => {
  street.preview = { v: 1, until: Date.now() + 3_600_000, reasons: refused({ link: ['TRIGGER_OFF'], 'back-hold': ['STRICT_BUNDLE', 'NOT_LANDING_ENTRY'] }), plan: { ...street.plan, token: '-'.repeat(20) } };
  street.pages['/p'] = street.html(viewing);
  await tab.before(openShadows);
  await tab.goto(at('/p?reload_debug=signed'));
  await tab.until(`document.querySelector('reload-debug')?.shadowRoot.querySelector('li')`);
  const rows = `[...document.querySelector('reload-debug').shadowRoot.querySelectorAll('.t')]`;
  assert.equal(await tab.value(`${rows}.length`), 6);
  assert.equal(await tab.value(`[...${rows}[0].querySelectorAll('li.n')].length >= 2`), true);
  for (const row of [0, 1, 2, 3, 4]) {
    await tab.value(`${rows}[${row}].querySelector('.s').click()`);
    await tab.until(`document.querySelector('reload-page')?.shadowRoot.querySelector('a')`);
    await wait(300);
  }
  assert.equal(await tab.value(`document.querySelectorAll('reload-page').length`), 1);
  assert.equal(await tab.value(`${rows}[5].querySelector('.s').disabled`), true);
  await tab.value(`reload('order', { id: 'flush', amount: 1 })`);
  await street.until(() => street.told('order-placed').length);
  assert.deepEqual(street.events.filter((e) => /triggered|impressed|clicked|dismissed/.test(e.type)), []);
  assert.ok(await tab.value(`[...document.querySelector('reload-debug').shadowRoot.querySelectorAll('ol li')].some((line) => /order-placed/.test(line.textContent))`));
  // The example's pictures are nowhere.
  assert.deepEqual(tab.errors.filter((e) => !/mall\.example\/img/.test(e)), []);
});

test('the overlay goes along to the mall\'s other pages by its links, and stores nothing', async () => {
  street.preview = { v: 1, until: Date.now() + 3_600_000, reasons: refused() };
  street.pages['/p'] = street.html(`${viewing}<a id="next" href="/list?page=2">list</a>`);
  street.pages['/list'] = street.html('');
  await tab.goto(at('/p?reload_debug=signed'));
  await tab.until(`document.querySelector('reload-debug')`);
  await tab.value(`document.querySelector('#next').click()`);
  await tab.until(`location.pathname === '/list' && document.querySelector('reload-debug')`);
  assert.equal(await tab.value('location.search'), '?page=2&reload_debug=signed');
  assert.deepEqual(await tab.value('Object.keys(localStorage).concat(Object.keys(sessionStorage))'), ['reload.demo']);
});
