import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Page } from './browser';

const example = JSON.parse(readFileSync('../contract/examples/plan.json', 'utf8'));
const plan = (changed: object = {}): unknown => ({ ...example, ...changed });
const heldOut = plan({ arm: 'held-out' });
const viewing = [['page', { template: 'product' }], ['product', { id: 'p-17', name: '린넨 셔츠', price: 59000, salePrice: 47200, stock: 3, image: '/p-17.svg', categories: ['셔츠'] }]];
const types = (page: Page): string[] => page.events.map((e) => e.type);

test('a visit is told: page, product, dwell, and why nothing was shown', async () => {
  const page = await Page.open({ url: 'https://mall.example/product/p-17?utm_source=kakao&utm_medium=social', calls: viewing, plan: plan() });
  page.passes(8000);
  await page.goes();
  const [viewed] = page.told('page-viewed');
  assert.deepEqual(types(page).sort(), ['dwelled', 'not-shown', 'page-viewed', 'product-viewed']);
  assert.equal(viewed.template, 'product');
  assert.equal(viewed.landing, true);
  assert.equal(viewed.entry, true);
  assert.equal(viewed.referrer, 'https://feed.example/');
  assert.deepEqual(viewed.utm, { source: 'kakao', medium: 'social' });
  assert.ok(page.events.slice(1).every((e) => e.view === viewed.id));
  assert.equal(page.told('product-viewed')[0].product.salePrice, 47200);
  assert.equal(page.told('dwelled')[0].visibleMs, 8000);
  assert.equal(page.told('not-shown')[0].reason, 'NO_ACTIVATION');
});

test('a visit is reported after five seconds, for browsers that lose what is sent on leaving', async () => {
  const page = await Page.open({ calls: viewing, plan: plan() });
  page.passes(4999);
  assert.deepEqual(page.events, []);
  page.passes(1);
  await page.settle();
  assert.deepEqual(types(page), ['page-viewed', 'product-viewed', 'dwelled']);
  assert.deepEqual(page.remembered.out, []);
});

test('what left by beacon is sent again when the page is looked at again, for the answer', async () => {
  const page = await Page.open({ calls: viewing, plan: plan() });
  page.passes(1000);
  page.hidden = true;
  page.hears('visibilitychange');
  assert.equal(page.remembered.out.length, 3);
  page.hidden = false;
  page.hears('visibilitychange');
  await page.settle();
  assert.deepEqual(page.remembered.out, []);
});

test('a mall that says nothing is read: a product by its JSON-LD, the front page by its address', async () => {
  const product = await Page.open({ jsonLd: ['no json', JSON.stringify({ '@type': 'Product', sku: 'p-17', name: '린넨 셔츠', offers: { price: '59,000' } })], plan: plan() });
  await product.goes();
  assert.equal(product.told('page-viewed')[0].template, 'product');
  assert.equal(product.told('product-viewed')[0].product.price, 59000);
  assert.deepEqual(product.sent.filter((s) => s.path === '/v1/plan').map((s) => [s.body.template, s.body.product]), [['product', 'p-17']]);
  const front = await Page.open({ url: 'https://mall.example/', plan: plan() });
  await front.goes();
  assert.equal(front.told('page-viewed')[0].template, 'home');
});

test('a product said on a page without a template makes it a product page', async () => {
  const page = await Page.open({ calls: [['product', { id: 'p-17' }]], plan: plan() });
  await page.goes();
  assert.equal(page.told('page-viewed')[0].template, 'product');
});

test('a plan is asked for early, with what the browser knows of the visitor', async () => {
  const page = await Page.open({ calls: viewing, plan: plan() });
  const asked = page.sent.filter((s) => s.path === '/v1/plan');
  assert.equal(asked.length, 1);
  const { product, bundle, landing, recent, bought, device } = asked[0]!.body;
  assert.deepEqual({ product, bundle, landing, recent, bought, device }, {
    product: 'p-17', bundle: 'hold', device: 'phone', recent: ['p-17'], bought: [],
    landing: { url: 'https://mall.example/product/p-17', referrer: 'https://feed.example/', entry: true },
  });
});

test('cart and order are told in minor units, and an order is remembered as bought', async () => {
  const page = await Page.open({ config: { currency: 'USD', minors: 100 } });
  await page.says('cart', { items: [{ id: 'p-17', quantity: 2, price: 19.99 }] });
  await page.says('order', { id: 1001, amount: '39.98', items: [{ id: 'p-17', quantity: 2, price: 19.99 }] });
  const [cart] = page.told('cart-changed'), [order] = page.told('order-placed');
  assert.deepEqual(cart.items, [{ product: 'p-17', quantity: 2, price: 1999 }]);
  assert.deepEqual([order.order, order.amount, order.currency], ['1001', 3998, 'USD']);
  assert.deepEqual(page.remembered.known.bought, ['p-17']);
});

test('an event stays until a server has answered for it, and is sent again on the next page under the same id', async () => {
  const first = await Page.open({ calls: viewing, plan: plan() });
  first.collect = 0;
  first.passes(3000);
  await first.goes();
  const ids = first.events.map((e) => e.id).sort();
  assert.ok(first.sent.some((s) => s.by === 'beacon'));
  const second = await Page.open({ storage: first.storage, url: 'https://mall.example/list', referrer: 'https://mall.example/product/p-17', plan: plan() });
  assert.deepEqual(second.events.map((e) => e.id).filter((id) => ids.includes(id)).sort(), ids);
  assert.deepEqual(second.remembered.out, []);
});

test('an order whose chunk does not come is told on a later page, once, and so is one told before it', async () => {
  const ordered = (id: string): unknown[][] => [['page', { template: 'order' }], ['order', { id, amount: '39.98', currency: 'USD', items: [{ id: 'p-17' }] }]];
  const first = await Page.open({ calls: ordered('o-1'), chunks: 'do not come' });
  assert.deepEqual(first.told('order-placed'), []);
  const second = await Page.open({ storage: first.storage, calls: ordered('o-2'), chunks: 'do not come' });
  const later = await Page.open({ storage: second.storage, calls: [['page', { template: 'home' }]] });
  assert.deepEqual(later.told('order-placed').map(({ order, amount }) => [order, amount]).sort(), [['o-1', 3998], ['o-2', 3998]]);
  assert.equal(later.remembered.due, undefined);
  const last = await Page.open({ storage: later.storage, calls: ordered('o-1') });
  assert.deepEqual(last.told('order-placed'), []);
});

test('an order that is none holds up no other', async () => {
  const page = await Page.open({ calls: [['order', { id: 'o-1', amount: 1 }], ['order', { id: 'o-2', amount: 1, items: 7 }], ['order', null], ['order', {}]] });
  assert.deepEqual(page.told('order-placed').map(({ order }) => order), ['o-1']);
  assert.equal(page.remembered.due, undefined);
});

test('what a server refuses for good is let go, what it cannot take just now is kept', async () => {
  for (const [status, kept] of [[204, false], [400, false], [413, false], [429, true], [503, true]] as const) {
    const page = await Page.open();
    page.collect = status;
    await page.says('order', { id: 'o', amount: 1 });
    assert.equal(page.remembered.out.length > 0, kept, String(status));
  }
});

test('by beacon each event leaves once, however often the page is hidden', async () => {
  const page = await Page.open({ calls: viewing, plan: plan() });
  page.passes(1000);
  await page.goes();
  const beacons = page.sent.filter((s) => s.by === 'beacon').flatMap((s) => s.body.events.map((e: any) => e.id));
  assert.equal(new Set(beacons).size, beacons.length);
});

test('no more than 100 events are kept, and a trigger is the last to go', async () => {
  const page = await Page.open({ calls: viewing, plan: heldOut });
  page.collect = 0;
  page.passes(3000);
  await page.taps();
  await page.pressesBack();
  for (let i = 0; i < 130; i++) await page.says('product', { id: `p-${i}` });
  const { out } = page.remembered;
  assert.equal(out.length, 100);
  assert.equal(out[0].type, 'triggered');
});

test('a second page of the visit is no landing, and time since landing adds up', async () => {
  const first = await Page.open({ plan: plan() });
  first.passes(4000);
  await first.goes('by a link');
  const second = await Page.open({ storage: first.storage, url: 'https://mall.example/product/p-3', referrer: 'https://mall.example/product/p-17', plan: plan() });
  second.passes(5000);
  await second.goes();
  const viewed = second.told('page-viewed').at(-1);
  assert.deepEqual([viewed.landing, viewed.entry], [false, false]);
  assert.equal(second.remembered.visit.ms, 9000);
  assert.equal(second.told('not-shown').at(-1).reason, 'NOT_LANDING_ENTRY');
});

test('a link into the mall is no leave moment', async () => {
  const page = await Page.open({ plan: plan() });
  await page.goes('by a link');
  assert.deepEqual(page.told('not-shown'), []);
});

test('a new visit begins after 30 minutes without one', async () => {
  const first = await Page.open();
  await first.goes();
  const then = first.remembered;
  then.visit.last -= 31 * 60_000;
  first.storage!.set('reload.demo', JSON.stringify(then));
  const second = await Page.open({ storage: first.storage, referrer: 'https://search.example/' });
  await second.goes();
  const viewed = second.told('page-viewed').at(-1);
  assert.deepEqual([viewed.landing, viewed.entry], [true, true]);
  assert.equal(second.remembered.visit.landing.referrer, 'https://search.example/');
});

test('without storage everything stays in the page, and the server is told so', async () => {
  const page = await Page.open({ storage: null, calls: viewing, plan: plan() });
  page.passes(1000);
  await page.goes();
  assert.equal(page.sent[0]!.body.storage, 'none');
  assert.ok(types(page).includes('page-viewed'));
});

test('where the mall requires consent nothing is stored or sent before, and all of it after', async () => {
  const page = await Page.open({ config: { consentRequired: true }, calls: viewing, plan: plan() });
  page.passes(1000);
  assert.deepEqual([page.sent.length, page.storage!.size], [0, 0]);
  await page.says('consent', 'granted');
  await page.goes();
  assert.ok(types(page).includes('page-viewed'));
  assert.equal(page.sent[0]!.body.consent, 'granted');
  const next = await Page.open({ storage: page.storage, config: { consentRequired: true }, plan: plan() });
  assert.equal(next.sent[0]!.body.consent, 'granted');
});

test('denied consent erases what was kept, and nothing is sent any more', async () => {
  const page = await Page.open({ calls: viewing, plan: plan() });
  const before = page.sent.length;
  await page.says('consent', 'denied');
  await page.says('product', { id: 'p-3' });
  await page.goes();
  assert.equal(page.storage!.size, 0);
  assert.equal(page.sent.length, before);
});

test('a shopper who denies and then agrees is somebody new, on the same page', async () => {
  const page = await Page.open({ config: { consentRequired: true }, calls: viewing, plan: plan() });
  await page.says('consent', 'granted');
  const { id } = page.remembered;
  await page.says('consent', 'denied');
  page.passes(1000);
  assert.equal(page.storage!.size, 0);
  const before = page.sent.length;
  await page.says('consent', 'granted');
  await page.goes();
  assert.notEqual(page.remembered.id, id);
  const told = page.sent.slice(before).filter((s) => s.path === '/v1/collect').flatMap((s) => s.body.events as any[]);
  assert.ok(page.sent.slice(before).every((s) => s.body.visitor === page.remembered.id));
  assert.deepEqual(told.slice(0, 2).map((e) => [e.type, e.template ?? e.product?.id]), [['page-viewed', 'product'], ['product-viewed', 'p-17']]);
});

test('a mall may remember for the session only, or not at all, and the server is told which', async () => {
  const session = await Page.open({ config: { storage: 'session', store: 'sessionStorage' }, calls: viewing, plan: plan() });
  await session.goes();
  assert.deepEqual([session.storage!.size, session.session.size, session.sent[0]!.body.storage], [0, 1, 'session']);
  await session.says('forget');
  assert.equal(session.session.size, 0);
  const none = await Page.open({ config: { storage: 'none', store: '' }, calls: viewing, plan: plan() });
  await none.goes();
  assert.deepEqual([none.storage!.size, none.session.size, none.sent[0]!.body.storage], [0, 0, 'none']);
  assert.ok(types(none).includes('product-viewed'));
});

test('to be forgotten is to come back as somebody new', async () => {
  const first = await Page.open();
  const { id } = first.remembered;
  await first.says('forget');
  assert.equal(first.storage!.size, 0);
  const second = await Page.open({ storage: first.storage });
  assert.notEqual(second.remembered.id, id);
});

test('Back is held after a tap on the landing entry, by one entry', async () => {
  const page = await Page.open({ calls: viewing, plan: plan() });
  assert.deepEqual(page.history, []);
  await page.taps();
  await page.taps();
  assert.deepEqual(page.history, ['pushState']);
});

test('Back is not held by what is no tap: the browser\'s own keys, other buttons, a script\'s click, a tap that leads away', async () => {
  const page = await Page.open({ calls: viewing, plan: plan() });
  for (const e of [{ button: 3 }, { altKey: true }, { ctrlKey: true }, { metaKey: true }, { key: 'Escape' }, { isTrusted: false }]) await page.taps(e);
  page.hears('scroll');
  await page.settle();
  assert.deepEqual(page.history, []);
});

test('Back is not held without a plan, against the plan, or after a minute', async () => {
  const off = plan({ triggers: { 'back-hold': { armed: false, reason: 'SEARCH_ENGINE' }, 'back-landing': { armed: false, reason: 'PAGE_EXCLUDED' } } });
  for (const [said, late, reason] of [[undefined, 0, 'NO_PLAN'], [off, 0, 'SEARCH_ENGINE'], [plan(), 61_000, 'STAYED_TOO_LONG']] as const) {
    const page = await Page.open({ calls: viewing, plan: said });
    page.passes(3000 + late);
    await page.taps();
    await page.goes();
    assert.deepEqual(page.history, []);
    assert.equal(page.told('not-shown')[0].reason, reason);
  }
});

test('a tap from before the plan arms once the plan has come; a key that is no input does not', async () => {
  const tapped = await Page.open();
  await tapped.taps();
  tapped.plan = plan();
  await tapped.says('page', { template: 'product' });
  assert.deepEqual(tapped.history, ['pushState']);

  const escaped = await Page.open();
  escaped.hears('keydown', { key: 'Escape', target: {} });
  escaped.plan = plan();
  await escaped.says('page', { template: 'product' });
  assert.deepEqual(escaped.history, []);
});

test('a tap from before the script arms once the plan has come; a key that is no input does not', async () => {
  const tapped = await Page.open({ calls: viewing, plan: plan(), tapped: {} });
  assert.deepEqual(tapped.history, ['pushState']);
  const escaped = await Page.open({ calls: viewing, plan: plan(), tapped: { type: 'keydown', key: 'Escape' } });
  assert.deepEqual(escaped.history, []);
  const strict = await Page.open({ calls: viewing, plan: plan(), tapped: {}, bundle: 'strict' });
  assert.deepEqual(strict.history, []);
});

test('a tap on a view the shopper has come back from is none on this one', async () => {
  const page = await Page.open();
  await page.taps();
  page.plan = plan();
  page.hears('pageshow', { persisted: true });
  await page.settle();
  assert.deepEqual(page.history, []);
  await page.taps();
  assert.deepEqual(page.history, ['pushState']);
});

test('the hold-out: one Back leaves, the trigger is recorded first, the chance is used up', async () => {
  const page = await Page.open({ calls: viewing, plan: heldOut });
  await page.taps();
  page.passes(5000);
  await page.pressesBack();
  assert.deepEqual(page.history, ['pushState', 'stopped', 'back']);
  const [triggered] = page.told('triggered');
  assert.deepEqual([triggered.trigger, triggered.token, triggered.stayMs], ['back-hold', example.token, 5000]);
  assert.equal(page.remembered.known.seen.arm, 'held-out');
  const again = await Page.open({ storage: page.storage, plan: plan() });
  await again.taps();
  again.passes(5000);
  await again.goes();
  assert.deepEqual(again.history, []);
  assert.equal(again.told('not-shown').at(-1).reason, 'ALREADY_HELD_OUT');
});

test('where the reload page cannot be drawn the shopper is let through, with the trigger recorded', async () => {
  const page = await Page.open({ calls: viewing, plan: plan() });
  await page.taps();
  page.passes(5000);
  await page.pressesBack();
  assert.deepEqual(page.history, ['pushState', 'stopped', 'back']);
  assert.deepEqual(page.events.filter((e) => /triggered|not-shown/.test(e.type)).map((e) => e.reason ?? e.trigger), ['back-hold', 'RENDER_FAILED']);
  assert.equal(page.remembered.known.seen.arm, 'shown');
});

test('held too early or too long, Back passes through in one press', async () => {
  for (const [stay, reason] of [[1900, 'TOO_EARLY'], [60_000, 'STAYED_TOO_LONG']] as const) {
    const page = await Page.open({ calls: viewing, plan: plan() });
    await page.taps();
    page.passes(stay);
    await page.pressesBack();
    assert.deepEqual(page.history, ['pushState', 'stopped', 'back']);
    assert.equal(page.told('not-shown')[0].reason, reason);
    assert.equal(page.remembered.known.seen, undefined);
  }
});

test('the strict bundle asks as what it is and leaves history alone', async () => {
  const page = await Page.open({ bundle: 'strict', calls: viewing, plan: plan() });
  page.passes(3000);
  await page.taps();
  await page.goes();
  assert.deepEqual(page.history, []);
  assert.equal(page.sent.find((s) => s.path === '/v1/plan')!.body.bundle, 'strict');
});

test('back from a product, the list asks what goes with it, and the trigger is recorded in the hold-out too', async () => {
  const landing = await Page.open({ url: 'https://mall.example/product/p-17', calls: viewing });
  landing.passes(4000);
  await landing.goes('by a link');
  const memory = landing.remembered;
  memory.visit.index = 1;
  landing.storage!.set('reload.demo', JSON.stringify(memory));
  const both = { 'back-hold': { armed: false, reason: 'PAGE_EXCLUDED' }, 'back-landing': { armed: true } };
  const list = await Page.open({ storage: landing.storage, url: 'https://mall.example/list', type: 'back_forward', calls: [['page', { template: 'list' }]],
    plan: plan({ arm: 'held-out', triggers: both }) });
  assert.equal(list.sent.find((s) => s.path === '/v1/plan')!.body.left, 'p-17');
  assert.deepEqual(list.told('triggered').map((e) => e.trigger), ['back-landing']);
  assert.equal(list.remembered.known.seen.arm, 'held-out');
});

test('forward to the list is not back to it', async () => {
  const landing = await Page.open({ calls: viewing });
  await landing.goes('by a link');
  const list = await Page.open({ storage: landing.storage, url: 'https://mall.example/list', type: 'back_forward', plan: plan() });
  assert.equal(list.sent.find((s) => s.path === '/v1/plan')!.body.left, undefined);
});

test('a route change is a new view; an anchor and the held entry are none', async () => {
  const page = await Page.open({ calls: viewing, plan: plan() });
  page.url += '#reviews';
  await page.says('page', { template: 'product' });
  await page.taps();
  page.url = 'https://mall.example/list';
  await page.says('page', { template: 'list' });
  await page.goes();
  assert.deepEqual(page.told('page-viewed').map((e) => [e.navigation, e.template]), [['navigate', 'product'], ['route', 'list']]);
});

test('a template that is none of the contract\'s words is told as other, not lost', async () => {
  const page = await Page.open({ calls: [['page', { template: 'produkt' }]] });
  await page.goes();
  assert.equal(page.told('page-viewed')[0].template, 'other');
});

test('forward from the held entry is not Back: nothing is shown, and the mall hears of it', async () => {
  const page = await Page.open({ calls: viewing, plan: plan() });
  await page.taps();
  page.passes(5000);
  // Forward, from our entry on to another page of a router.
  page.url = 'https://mall.example/list';
  page.hears('popstate');
  await page.settle();
  assert.deepEqual(page.history, ['pushState']);
  assert.deepEqual(page.told('triggered'), []);
});

test('nonsense said to the script breaks nothing', async () => {
  const page = await Page.open({ calls: [['nothing'], ['page'], ['product'], ['product', { id: '' }], ['product', { id: 1, price: 'free', url: 'http://[' }], ['order', {}], ['cart', { items: 7 }]] });
  page.storage!.set('reload.demo', '{broken');
  await page.says('product', { id: 'p-1' });
  await page.goes();
  assert.deepEqual(page.told('product-viewed').map((e) => e.product.id), ['p-1']);
});
