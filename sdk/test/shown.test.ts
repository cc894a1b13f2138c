import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { example } from './contract';
import { BODY, VIEWING, Window, type Looks, type MallPage } from './chromium';

after(() => Window.end());

const ENGLISH = {
  title: 'Goes well with what you viewed', leave: 'Leave', stay: 'Keep looking', snooze: 'Not for 7 days', 'product-again': 'You were viewing', 'goes-with': 'Goes with it', popular: 'Popular now',
  'recently-viewed': 'Recently viewed', resume: 'Pick up where you left off', soldOut: 'Sold out', sale: 'Sale', copy: 'Copy', copied: 'Copied', endsIn: 'Ends in', close: 'Close',
};
const NAMES: Record<string, string> = { 'p-17': 'Linen shirt', 'p-3': 'Wide denim trousers with a high waist', 'p-9': 'Cotton cardigan', 'p-21': 'Wool scarf', 'p-22': 'Corduroy trousers', 'p-23': 'Cashmere jumper' };

/** The same plan for a shopper who reads English. */
const inEnglish = (korean: any): any => {
  const badges: Record<string, string> = { 'p-17': '20% off', 'p-3': 'Best seller', 'p-23': '2 left' };
  const page = { ...korean.page, locale: 'en', words: ENGLISH, blocks: korean.page.blocks.map((block: any) => ({ ...block, ...{
    coupon: { text: '10% off your first order' }, countdown: { text: 'Until the winter sale ends' }, banner: { text: 'Sent today' },
    custom: { nodes: [{ tag: 'h2', text: 'Order now' }, { tag: 'p', nodes: ['Your linen shirt arrives ', { tag: 'b', text: 'tomorrow' }, '. ', { tag: 'a', href: '/shipping', text: 'Delivery' }] }] },
  }[block.kind as 'coupon'] })) };
  const products = Object.fromEntries(Object.values<any>(korean.products).map((product) => [product.id, { ...product, name: NAMES[product.id], ...(badges[product.id] && { badge: badges[product.id] }) }]));
  return { ...korean, page, products };
};

type Changes = { arm?: string; triggers?: object; page?: object; rules?: object; products?: object };

/** A plan that arms just these, as this. */
const plan = (triggers: Record<string, string>, changes: Changes = {}): any => {
  const every = example('plan-every-trigger');
  for (const name of Object.keys(every.triggers)) {
    const presentation = triggers[name];
    every.triggers[name] = presentation ? { armed: true, frequency: /link|inline/.test(name) ? 'always' : 'visitor', presentation } : { armed: false, reason: 'TRIGGER_OFF' };
  }
  for (const product of Object.values<any>(every.products)) {
    product.image = `/img/${product.id}.svg`;
    product.url = `/product/${product.id}`;
  }
  for (const block of every.page.blocks) {
    if (block.kind === 'banner') block.image = '/img/banner.svg';
    if (block.endsAt) block.endsAt = Date.now() + 2 * 86_400_000 + 3 * 3_600_000;
  }
  return { ...every, ...changes, page: { ...every.page, ...changes.page }, products: { ...every.products, ...changes.products } };
};

/** The four blocks, light, nothing else: what a bundle draws itself. */
const four = (triggers: Record<string, string>, changes: Changes = {}): any => {
  const all = plan(triggers, changes);
  const { dark: _, scheme: __, ...theme } = all.page.theme;
  all.page = { ...all.page, theme, blocks: [
    { kind: 'product-again', products: ['p-17'] }, { kind: 'goes-with', products: ['p-3', 'p-9'] }, { kind: 'popular', products: ['p-21', 'p-22'] },
    { kind: 'banner', image: '/img/banner.svg', text: '오늘 보내요', url: '/elsewhere' },
  ] };
  for (const product of Object.values<any>(all.products)) delete product.badge;
  return all;
};

const SHOWN = "document.querySelector('html>reload-page')";
/** What is drawn, where the test has opened the shadow root. */
const ROOT = `${SHOWN}?.shadowRoot`;

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
/** Faults that axe finds in what we show, at WCAG 2.2 AA and by good practice. */
const faults = async (w: Window): Promise<string[]> => {
  await w.says(AXE);
  return w.says(`axe.run({ include: [['reload-page']] }, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map((n) => n.html + ' ' + n.failureSummary).join(' | ')))`);
};

const at = async (mall: MallPage, looks: Looks, then: (w: Window) => Promise<void>): Promise<void> => {
  const w = await Window.at(mall, looks);
  try {
    await then(w);
  } finally { await w.close(); }
};

/** Brings up each presentation by a trigger that has it. */
const presentations: Record<string, { looks: (device: 'phone' | 'desktop') => Looks; raise: (w: Window) => Promise<void> }> = {
  sheet: { looks: (device) => ({ device, plan: plan({ 'leave-signal': 'sheet' }) }), raise: async (w) => { await w.look(); await leaves(w); } },
  bar: { looks: (device) => ({ device, plan: plan({ 'leave-signal': 'bar' }) }), raise: async (w) => { await w.look(); await leaves(w); } },
  page: { looks: (device) => ({ device, plan: plan({ link: 'page' }) }), raise: (w) => w.clicksOn("document.querySelector('[data-reload-link]')") },
  inline: { looks: (device) => ({ device, plan: plan({ inline: 'inline' }) }), raise: async (w) => { await w.says("document.querySelector('[data-reload-slot]').scrollIntoView({ block: 'center' })"); } },
};

/** A sign of leaving that no model doubts: read to the end, looked around, then out at the top or flung up. */
const leaves = async (w: Window): Promise<void> => {
  if (await w.says("matchMedia('(pointer:coarse)').matches")) {
    await w.swipes('down', 600, 2);
    await w.swipes('down', 600, 2);
    await w.swipes('up', 600, 5);
  } else {
    await w.moves(400, 300);
    await w.says('scrollTo(0, document.body.scrollHeight)');
    await w.moves(420, 4);
    await w.says("document.documentElement.dispatchEvent(new PointerEvent('pointerleave', { clientY: -4, pointerType: 'mouse' }))");
  }
};

test('every presentation, phone and desktop, in two languages, light and dark, is clean to axe', async () => {
  for (const [name, { looks, raise }] of Object.entries(presentations))
    for (const [device, lang, dark] of [['phone', 'ko', false], ['phone', 'en', true], ['desktop', 'en', false], ['desktop', 'ko', true]] as const)
      await at({ lang }, { ...looks(device), ...(lang === 'en' && { plan: inEnglish(looks(device).plan) }), dark, open: true, reducedMotion: true }, async (w) => {
        await w.planned();
        await raise(w);
        await w.hears('impressed');
        await w.photograph(`${name}-${device}-${lang}${dark ? '-dark' : ''}`);
        assert.deepEqual(await faults(w), [], `${name} ${device} ${lang} ${dark}`);
        assert.deepEqual(w.trouble, []);
      });
});

test('the four blocks are drawn by the bundle itself, without the chunk for the rest', async () => {
  await at({}, { open: true, plan: four({ 'leave-signal': 'sheet' }) }, async (w) => {
    await w.planned();
    await w.look();
    await leaves(w);
    await w.hears('impressed');
    assert.deepEqual(await w.says(`[...${ROOT}.querySelectorAll('h2')].map((e) => e.textContent)`), ['보시던 상품', '함께 보면 좋은 상품', '지금 많이 보는 상품']);
    assert.equal(await w.says("performance.getEntriesByType('resource').some(({ name }) => /reload-blocks/.test(name))"), false);
    assert.deepEqual(await faults(w), []);
    await w.photograph('sheet-four-phone');
  });
});

/** What a screen reader is given of what we show, in its order: the role of each thing and its name, or what a status says. */
const readOut = async (w: Window, root: 'dialog' | 'region'): Promise<string[]> => {
  const { nodes } = await w.ask('Accessibility.getFullAXTree'), by = new Map<string, any>(nodes.map((node: any) => [node.nodeId, node]));
  const under = (node: any): any[] => [node, ...node.childIds.flatMap((id: string) => (by.has(id) ? under(by.get(id)) : []))].filter(({ ignored }) => !ignored);
  const is = (node: any, ...roles: string[]): boolean => roles.includes(node.role?.value);
  const shown = nodes.find((node: any) => is(node, root) && node.name.value) ?? assert.fail(`nothing is a ${root} with a name`);
  return under(shown).filter((node) => is(node, 'dialog', 'region', 'heading', 'button', 'link', 'status')).map((node) => {
    const said = is(node, 'status') ? under(node).find((part) => is(part, 'StaticText')) : node;
    return `${node.properties.some(({ name, value }: any) => name === 'modal' && value.value) ? 'modal ' : ''}${node.role.value}: ${said?.name.value ?? ''}`;
  });
};

/** Waits until just this is read out: an announcement comes a moment later. */
const reads = async (w: Window, root: 'dialog' | 'region', wanted: string[]): Promise<void> => {
  await w.hears('impressed');
  let said: string[] = [];
  for (const end = Date.now() + 8_000; Date.now() < end && !isDeepStrictEqual(said, wanted);) said = await readOut(w, root);
  assert.deepEqual(said, wanted);
};

const CARDS = ['heading: Recently viewed', 'link: Wide denim trousers with a high waist ₩68,000', 'link: Cotton cardigan ₩52,000', 'heading: Popular now', 'link: Wool scarf ₩39,000', 'link: Cashmere jumper ₩128,000'];
const FURTHER = ['link: 10% off your first order', 'button: Copy', 'status: ', 'link: Sent today', 'heading: Order now', 'link: Delivery'];
const TITLE = ENGLISH.title, AGAIN = 'link: Linen shirt 20% ₩47,200';

/** What is read out of each presentation; what takes no focus ends with a status, which is heard as it comes up. */
const READ_OUT: Record<string, string[]> = {
  sheet: [`dialog: ${TITLE}`, `heading: ${TITLE}`, 'button: Close', 'heading: You were viewing', `${AGAIN} ₩59,000`, ...CARDS, ...FURTHER, 'button: Not for 7 days', `status: ${TITLE}`],
  bar: [`dialog: ${TITLE}`, `heading: ${TITLE}`, 'button: Close', AGAIN, 'button: Not for 7 days', `status: ${TITLE}`],
  page: [`modal dialog: ${TITLE}`, `heading: ${TITLE}`, 'button: Close', ...CARDS, ...FURTHER],
  inline: [`region: ${TITLE}`, `heading: ${TITLE}`, ...CARDS, ...FURTHER],
};

test('a screen reader is given a name for everything, and what comes up by itself is announced', async () => {
  for (const [name, { looks, raise }] of Object.entries(presentations))
    await at({ lang: 'en' }, { ...looks('phone'), plan: inEnglish(looks('phone').plan), reducedMotion: true }, async (w) => {
      await w.planned();
      await raise(w);
      await reads(w, name === 'inline' ? 'region' : 'dialog', READ_OUT[name]!);
    });
});

test('so is what a bundle draws itself', async () => {
  await at({}, { plan: four({ 'leave-signal': 'sheet' }) }, async (w) => {
    await w.planned();
    await w.look();
    await leaves(w);
    const title = '보시던 상품과 어울려요';
    await reads(w, 'dialog', [
      `dialog: ${title}`, `heading: ${title}`, 'button: 계속 보기', 'heading: 보시던 상품', 'link: 린넨 셔츠 20% 47,200원 59,000원',
      'heading: 함께 보면 좋은 상품', 'link: 와이드 데님 68,000원', 'link: 코튼 가디건 52,000원', 'heading: 지금 많이 보는 상품', 'link: 울 머플러 39,000원',
      'link: 캐시미어 니트 128,000원', 'link: 오늘 보내요', 'button: 7일 동안 보지 않기', `status: ${title}`,
    ]);
  });
});

test('nobody looks inside: the shadow root is closed', async () => {
  await at({}, { plan: four({ 'leave-signal': 'sheet' }) }, async (w) => {
    await w.planned();
    await w.look();
    await leaves(w);
    await w.hears('impressed');
    assert.equal(await w.says(`${SHOWN}.shadowRoot`), null);
  });
});

const nothingShown = async (w: Window): Promise<void> => {
  assert.equal(await w.says("!!document.querySelector('html>reload-page')"), false);
};

test('a finger that flings up after reading raises a sheet, once; the focus stays where it is, and Escape closes it', async () => {
  await at({}, { open: true, plan: plan({ 'leave-signal': 'sheet' }) }, async (w) => {
    await w.planned();
    await w.look();
    await w.says("document.querySelector('#focus').focus()");
    await leaves(w);
    await w.hears('impressed');
    const [sensed] = w.told('sensed'), [triggered] = w.told('triggered');
    assert.equal(sensed.signal, 'fling');
    assert.ok(sensed.score >= 0.5, String(sensed.score));
    assert.equal(sensed.features[7], 1);
    assert.equal(triggered.trigger, 'leave-signal');
    assert.ok(w.events.indexOf(sensed) < w.events.indexOf(triggered));
    assert.equal(await w.says('document.activeElement.id'), 'focus');
    await w.until(`[...${ROOT}.querySelectorAll('[role=status]')].some((e) => e.textContent === '보시던 상품과 어울려요')`);
    await w.presses('Escape');
    assert.deepEqual((await w.hears('dismissed')).how, 'escape');
    await nothingShown(w);
    await leaves(w);
    await nothingShown(w);
    assert.equal(w.told('triggered').length, 1);
    assert.equal(await w.says('shifts'), 0);
  });
});

test('a mouse that goes out at the top after reading raises it on a desktop', async () => {
  await at({}, { device: 'desktop', open: true, plan: plan({ 'leave-signal': 'bar' }) }, async (w) => {
    await w.planned();
    await w.look();
    await leaves(w);
    await w.hears('impressed');
    assert.deepEqual(w.told('sensed').map((e) => [e.signal, e.features[6], e.features[7]]), [['top-exit', 1, 0]]);
    assert.equal(await w.says(`${ROOT}.querySelectorAll('a').length`), 1);
  });
});

test('who has read nothing yet, or is in the first two seconds, is not taken to leave', async () => {
  await at({}, { device: 'desktop', plan: plan({ 'leave-signal': 'sheet' }) }, async (w) => {
    await w.planned();
    await leaves(w);
    await w.until(() => w.told('not-shown')[0]).catch(() => w.says('dispatchEvent(new Event("pagehide"))'));
    await nothingShown(w);
    assert.deepEqual(w.told('triggered'), []);
  });
});

test('in the hold-out the sign is told and the chance used up, and nothing is drawn', async () => {
  await at({}, { plan: plan({ 'leave-signal': 'sheet' }, { arm: 'held-out' }) }, async (w) => {
    await w.planned();
    await w.look();
    await leaves(w);
    assert.equal((await w.hears('triggered')).trigger, 'leave-signal');
    await nothingShown(w);
    assert.equal(JSON.parse(await w.says("localStorage['reload.demo']")).known.seen.arm, 'held-out');
  });
});

test('where Back may be held the sign is told only: that moment comes first', async () => {
  await at({}, { bundle: 'hold', plan: plan({ 'back-hold': 'page', 'leave-signal': 'sheet' }) }, async (w) => {
    await w.planned();
    await w.look();
    await leaves(w);
    await w.says("dispatchEvent(new Event('pagehide'))");
    await w.hears('sensed');
    await nothingShown(w);
    assert.deepEqual(w.told('triggered'), []);
  });
});

test('no more than three signs are told of a view', async () => {
  const unlikely = plan({ 'leave-signal': 'sheet' });
  unlikely.leave.threshold = 1;
  await at({}, { plan: unlikely, device: 'desktop' }, async (w) => {
    await w.planned();
    for (let i = 0; i < 5; i++) {
      await w.says("{ const now = performance.now.bind(performance); performance.now = () => now() + 4000; }");
      await leaves(w);
    }
    await w.says("dispatchEvent(new Event('pagehide'))");
    await w.hears('sensed');
    assert.equal(w.told('sensed').length, 3);
  });
});

test('who comes back to the tab after 20 seconds can go on where they were, after less they cannot', async () => {
  await at({}, { open: true, plan: plan({ return: 'bar' }) }, async (w) => {
    await w.planned();
    await w.look();
    await w.hides(19_000);
    await nothingShown(w);
    await w.hides(20_000);
    await w.hears('impressed');
    assert.equal(w.told('triggered')[0].trigger, 'return');
    assert.equal(await w.says(`${ROOT}.querySelector('h1').textContent`), '보시던 상품을 이어서 보세요');
    await w.photograph('return-phone');
  });
});

const EARLIER = { id: 'AAECAwQFBgcICQoLDA0ODw', consent: 'unknown', out: [], known: { recent: ['p-17'], bought: [] }, visit: { at: 1, last: 1, ms: 0, landing: { url: 'https://mall.example/' } } };

test('on the first page of a later visit too, but not on the second', async () => {
  await at({ path: '/', calls: [['page', { template: 'home' }]] }, { plan: plan({ return: 'bar' }, { arm: 'held-out' }), storage: EARLIER }, async (w) => {
    assert.equal((await w.hears('triggered')).trigger, 'return');
  });
  await at({ path: '/', calls: [['page', { template: 'home' }]] }, { plan: plan({ return: 'bar' }), storage: { ...EARLIER, visit: { ...EARLIER.visit, at: Date.now(), last: Date.now(), views: 1 } } }, async (w) => {
    await w.planned();
    await w.look();
    await nothingShown(w);
  });
});

const CONTROL = "document.querySelector('[data-reload-link]')";

test("the mall's own control opens it in every arm, the focus goes in and comes back, and the chance is not used up", async () => {
  for (const [arm, as] of [['shown', 'page'], ['held-out', 'sheet']] as const)
    await at({}, { open: true, plan: plan({ link: as }, { arm }) }, async (w) => {
      await w.planned();
      await w.clicksOn(CONTROL);
      await w.hears('impressed');
      assert.equal(w.told('triggered')[0].trigger, 'link');
      assert.equal(await w.says(`${ROOT}.activeElement?.tagName`), 'H1');
      assert.equal(await w.says(`${ROOT}.textContent.includes('7일')`), false);
      await w.presses('Tab');
      assert.equal(await w.says(`!!${ROOT}.activeElement`), true);
      await w.presses('Escape');
      assert.equal((await w.hears('dismissed')).how, 'escape');
      await nothingShown(w);
      assert.equal(await w.says(`document.activeElement === ${CONTROL}`), true);
      assert.equal(JSON.parse(await w.says("localStorage['reload.demo']")).known.seen, undefined);
      assert.equal(await w.says('location.hash'), '');
      // The plan is used: the next one opens it again.
      await w.clicksOn(CONTROL);
      await w.until(() => w.told('triggered').length === 2);
      assert.equal(w.plansAsked.length, 2);
    });
});

test('a control that is a link leads where it leads where nothing can be shown', async () => {
  await at({}, { plan: plan({ inline: 'inline' }) }, async (w) => {
    await w.planned();
    await w.clicksOn(CONTROL);
    await w.until("location.hash === '#alike'");
    await nothingShown(w);
  });
});

test("the mall may open it by a call, also before there is a plan", async () => {
  await at({ calls: [['page', { template: 'product' }], ['product', { id: 'p-17' }], ['open']] }, { plan: plan({ link: 'sheet' }) }, async (w) => {
    await w.hears('impressed');
    assert.equal(w.told('triggered')[0].trigger, 'link');
  });
});

const toTheSlot = (w: Window): Promise<unknown> => w.says("document.querySelector('[data-reload-slot]').scrollIntoView({ block: 'center' })");

test('a slot is filled before it is seen, and moves nothing; its moment is when it is seen', async () => {
  await at({}, { open: true, plan: plan({ inline: 'inline' }) }, async (w) => {
    await w.planned();
    await w.says('scrollTo(0, 900)');
    await w.until("document.querySelector('[data-reload-slot]').offsetHeight > 200");
    await w.look();
    assert.deepEqual(w.told('triggered'), []);
    await toTheSlot(w);
    await w.hears('impressed');
    assert.equal(w.told('triggered')[0].trigger, 'inline');
    assert.ok(w.events.findIndex((e) => e.type === 'triggered') < w.events.findIndex((e) => e.type === 'impressed'));
    assert.equal(await w.says("document.querySelector('[data-reload-slot]>reload-page').shadowRoot.textContent.includes('보시던 상품과')"), true);
    assert.equal(await w.says("document.querySelector('[data-reload-slot]>reload-page').shadowRoot.textContent.includes('보시던 상품원')"), false);
    assert.equal(await w.says('shifts'), 0);
  });
});

test('a slot that was seen keeps no other trigger from its moment', async () => {
  await at({}, { plan: plan({ inline: 'inline', 'leave-signal': 'sheet' }) }, async (w) => {
    await w.planned();
    await toTheSlot(w);
    await w.hears('triggered');
    await w.look();
    await leaves(w);
    await w.until(() => w.told('triggered').length === 2);
    assert.deepEqual(w.told('triggered').map((e) => e.trigger), ['inline', 'leave-signal']);
    assert.equal(w.plansAsked.length, 2);
    await w.until(() => w.told('impressed').length === 2);
  });
});

test('in the hold-out the slot stays empty, and its moment is told', async () => {
  await at({}, { plan: plan({ inline: 'inline' }, { arm: 'held-out' }) }, async (w) => {
    await w.planned();
    await toTheSlot(w);
    assert.equal((await w.hears('triggered')).trigger, 'inline');
    await w.look();
    assert.equal(await w.says("document.querySelector('[data-reload-slot]').childNodes.length + document.querySelector('[data-reload-slot]').offsetHeight"), 0);
    assert.deepEqual(w.told('impressed'), []);
  });
});

test('a slot that is to be seen already is not filled, where the mall has reserved no height for it', async () => {
  const short = (style: string): MallPage => ({ body: `<h1>린넨 셔츠</h1><div data-reload-slot style="${style}"></div><p>끝</p>` });
  await at(short(''), { plan: plan({ inline: 'inline' }) }, async (w) => {
    await w.planned();
    await w.look();
    assert.equal(await w.says("document.querySelector('[data-reload-slot]').offsetHeight"), 0);
    assert.deepEqual(w.told('triggered'), []);
  });
  await at(short('min-height:700px'), { plan: plan({ inline: 'inline' }) }, async (w) => {
    await w.hears('impressed');
    assert.equal(w.told('triggered')[0].trigger, 'inline');
  });
});

test('a slot may be named by a call', async () => {
  await at({ body: '<h1>린넨 셔츠</h1><div style="height:1200px"></div><div id="mine"></div><p style="height:400px">끝</p>' }, { plan: plan({ inline: 'inline' }) }, async (w) => {
    await w.planned();
    await w.says("reload('slot', document.querySelector('#mine'))");
    await w.until("document.querySelector('#mine').childElementCount");
    await w.says("document.querySelector('#mine').scrollIntoView({ block: 'center' })");
    await w.hears('triggered');
    assert.equal(await w.says("document.querySelector('#mine').childElementCount"), 1);
  });
});

test('a coupon is copied by a tap; one that is over is not there', async () => {
  const coupons = plan({ link: 'page' });
  coupons.page.blocks.find((block: any) => block.kind === 'coupon').endsAt = Date.now() - 1;
  coupons.page.blocks.push({ kind: 'coupon', text: '무료 배송', code: 'FREE' });
  await at({}, { open: true, plan: coupons, before: 'navigator.clipboard.writeText = async (text) => { window.copied = text; };' }, async (w) => {
    await w.planned();
    await w.clicksOn(CONTROL);
    await w.until(`${ROOT}?.querySelector('.c')`);
    assert.equal(await w.says(`[...${ROOT}.querySelectorAll('code')].map((e) => e.textContent).join()`), 'FREE');
    await w.clicksOn(`${ROOT}.querySelector('.c')`);
    await w.until("window.copied === 'FREE'");
    await w.until(`${ROOT}.querySelector('.c').textContent === '복사했어요'`);
  });
});

test('what is counted down goes away when it ends', async () => {
  const ends = plan({ link: 'page' }), later = '{ const now = Date.now; Date.now = () => now() + (window.passed ?? 0); }';
  for (const block of ends.page.blocks) if (block.kind === 'countdown') block.endsAt = Date.now() + 3_600_000;
  await at({}, { open: true, plan: ends, before: later }, async (w) => {
    await w.planned();
    await w.clicksOn(CONTROL);
    await w.until(`/겨울맞이 세일이 끝나기까지남은 시간 00:5\\d:\\d\\d/.test(${ROOT}?.textContent)`);
    await w.says('window.passed = 3_600_000');
    await w.until(`!${ROOT}.textContent.includes('겨울맞이')`);
  });
});

test('what the mall writes runs nothing, whatever is in it', async () => {
  const hostile = plan({ link: 'sheet' });
  hostile.page.blocks.find((block: any) => block.kind === 'custom').nodes = [{ tag: 'p', text: '<img src=x onerror=alert(1)>' }, { tag: 'a', href: '//evil.example', text: 'one' }];
  hostile.page.blocks.find((block: any) => block.kind === 'coupon').url = 'javascript:alert(1)';
  await at({}, { open: true, plan: hostile }, async (w) => {
    await w.planned();
    await w.clicksOn(CONTROL);
    await w.until(`${ROOT}?.querySelector('.custom')`);
    assert.equal(await w.says(`${ROOT}.querySelectorAll('.custom img, script').length`), 0);
    assert.deepEqual(await w.says(`[...${ROOT}.querySelectorAll('a')].filter((a) => !/^https?:/.test(a.href) && a.hasAttribute('href')).length`), 0);
  });
});

test('the truth at show time: what is sold out makes room for a spare, what it was about says so', async () => {
  const said = plan({ link: 'page', 'leave-signal': 'sheet' }), { products } = said;
  const truth = { ...products, 'p-17': { ...products['p-17'], inStock: false }, 'p-21': { ...products['p-21'], inStock: false } };
  await at({}, { open: true, plan: said, truth }, async (w) => {
    await w.planned();
    await w.look();
    await leaves(w);
    await w.until(`${ROOT}?.textContent.includes('캐시미어 니트')`);
    assert.equal(await w.says(`${ROOT}.textContent.includes('울 머플러')`), false);
    assert.equal(await w.says(`[...${ROOT}.querySelectorAll('a')].find((a) => a.id === 'p-17').textContent.includes('품절')`), true);
  });
});

test("a mall's style sheet that reaches everywhere does not reach in", async () => {
  const hostile = '<style>*{color:red!important;font-size:30px!important;line-height:3!important;text-transform:uppercase!important;background:lime!important}body *{filter:invert(1)!important}dialog,section,reload-page{display:none!important;opacity:.2!important;transform:rotate(9deg)!important}a,button{pointer-events:none!important;border:9px solid!important}reload-page{--a:red!important;--b:red!important;--t:red!important}</style>';
  for (const [name, triggers] of Object.entries<Record<string, string>>({ sheet: { 'leave-signal': 'sheet' }, inline: { inline: 'inline' } }))
    await at({ head: hostile }, { open: true, device: 'desktop', plan: plan(triggers), reducedMotion: true }, async (w) => {
      await w.planned();
      await w.look();
      if (name === 'sheet') await leaves(w);
      else await toTheSlot(w);
      await w.hears('impressed');
      const look = await w.says(`(() => { const root = document.querySelector('reload-page').shadowRoot, s = getComputedStyle(root.querySelector('p')), box = getComputedStyle(root.querySelector('dialog, section')), a = getComputedStyle(root.querySelector('a'));
        return [s.color, s.fontSize, s.textTransform, box.backgroundColor, box.display !== 'none', a.pointerEvents, a.borderTopWidth]; })()`);
      assert.deepEqual(look, ['rgb(26, 26, 26)', '14px', 'none', 'rgb(255, 255, 255)', true, 'auto', '0px']);
      await w.photograph(`hostile-${name}`);
    });
});

test("it works where nothing is allowed but the mall's own and Reload's scripts, connections and pictures", async () => {
  const csp = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
  for (const [name, triggers] of Object.entries<Record<string, string>>({ page: { link: 'page' }, sheet: { 'leave-signal': 'sheet' }, bar: { 'leave-signal': 'bar' }, inline: { inline: 'inline' } }))
    await at({ csp, body: BODY.replace(/ style="[^"]*"/g, '') }, { open: true, plan: plan(triggers) }, async (w) => {
      await w.planned();
      if (name === 'page') await w.clicksOn(CONTROL);
      else if (name === 'inline') await toTheSlot(w);
      else {
        await w.look();
        await leaves(w);
      }
      await w.hears('impressed');
      assert.equal(await w.says("getComputedStyle(document.querySelector('reload-page').shadowRoot.querySelector('dialog, section')).backgroundColor"), 'rgb(255, 255, 255)');
      assert.deepEqual(w.trouble, []);
    });
});

test('nothing moves for who wants nothing to move', async () => {
  for (const reducedMotion of [true, false])
    await at({}, { open: true, plan: plan({ link: 'sheet' }), reducedMotion }, async (w) => {
      await w.planned();
      await w.clicksOn(CONTROL);
      await w.until(ROOT);
      assert.equal(await w.says(`getComputedStyle(${ROOT}.querySelector('dialog')).animationName`), reducedMotion ? 'none' : 'u');
    });
});

test('a colour of the mall that cannot be read is corrected, in light and in dark', async () => {
  const pale = plan({ link: 'page' });
  pale.page.theme = { accent: '#ffe600', background: '#ffffff', text: '#eeeeee', dark: { accent: '#202020', background: '#101010', text: '#333333' }, scheme: 'auto' };
  for (const dark of [false, true])
    await at({}, { open: true, plan: pale, dark }, async (w) => {
      await w.planned();
      await w.clicksOn(CONTROL);
      await w.until(ROOT);
      assert.equal(await w.says(`getComputedStyle(${ROOT}.querySelector('p')).color`), dark ? 'rgb(255, 255, 255)' : 'rgb(0, 0, 0)');
      assert.deepEqual(await faults(w), []);
    });
});

test('Back held: the page has one way on and one out, gives the focus back, and the mall does not scroll behind it', async () => {
  for (const device of ['phone', 'desktop'] as const)
    await at({}, { open: true, bundle: 'hold', device, plan: four({ 'back-hold': 'page' }) }, async (w) => {
      await w.planned();
      await w.look();
      await w.clicksOn("document.querySelector('#focus')");
      await w.until('history.state?.__rl');
      await w.says('void history.back()');
      await w.hears('impressed');
      assert.equal(await w.says(`${ROOT}.activeElement.tagName`), 'H1');
      assert.deepEqual(await w.says(`[...${ROOT}.querySelectorAll('.f button')].map((b) => b.textContent)`), ['나가기', '계속 보기', '7일 동안 보지 않기']);
      assert.equal(await w.says('innerWidth - document.documentElement.clientWidth'), 0);
      assert.deepEqual(await faults(w), []);
      await w.photograph(`back-hold-${device}`);
      await w.clicksOn(`${ROOT}.querySelector('.y')`);
      await w.hears('dismissed');
      assert.equal(await w.says('document.activeElement.id'), 'focus');
      assert.equal(await w.says('document.documentElement.style.overflow'), '');
    });
});

test('after Back to a list it comes as the mall has chosen, and in its slot only where that moves nothing', async () => {
  const mall = (slot: string): MallPage => ({
    body: `<h1>니트</h1>${slot}<div style="height:2000px"></div>`, path: '/list',
    calls: (path) => (path === '/list' ? [['page', { template: 'list' }]] : VIEWING),
  });
  const after = async (as: string, slot: string): Promise<string[]> => {
    let seen: string[] = [];
    await at(mall(slot), { open: true, plan: plan({ 'back-landing': as }) }, async (w) => {
      await w.planned();
      await w.look();
      await w.goes('/product/p-17');
      await w.planned(2);
      await w.says('void history.back()');
      await w.hears('impressed');
      assert.equal(w.told('triggered')[0].trigger, 'back-landing');
      assert.equal(w.plansAsked.at(-1).left, 'p-17');
      assert.equal(await w.says('shifts'), 0);
      seen = await w.says("(() => { const host = document.querySelector('reload-page'); return [host.shadowRoot.lastElementChild.className, host.parentElement.tagName]; })()");
    });
    return seen;
  };
  assert.deepEqual(await after('bar', ''), ['bar', 'HTML']);
  assert.deepEqual(await after('inline', '<div data-reload-slot style="min-height:400px"></div>'), ['inline', 'DIV']);
  assert.deepEqual(await after('inline', '<div data-reload-slot></div>'), ['sheet', 'HTML']);
});
