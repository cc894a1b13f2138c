import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { example } from './contract';
import { Window, type Looks, type MallPage } from './chromium';

after(() => Window.end());

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
  every.page.blocks.find((block: any) => block.kind === 'banner').image = '/img/banner.svg';
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
    for (const device of ['phone', 'desktop'] as const)
      for (const [lang, dark] of [['ko', false], ['en', true], ['ko', true], ['en', false]] as const)
        await at({ lang }, { ...looks(device), dark, open: true, reducedMotion: true }, async (w) => {
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

test('nobody looks inside: the shadow root is closed', async () => {
  await at({}, { plan: four({ 'leave-signal': 'sheet' }) }, async (w) => {
    await w.planned();
    await w.look();
    await leaves(w);
    await w.hears('impressed');
    assert.equal(await w.says(`${SHOWN}.shadowRoot`), null);
  });
});
