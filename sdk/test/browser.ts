import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { isBeacon, isPlanRequest } from './contract';

const soon = globalThis.setTimeout;

export interface Sent { path: string; by: 'fetch' | 'beacon'; body: any }

/** A mall's page as far as the script needs one, with the built bundle in it. What leaves it is checked against the contract. */
export class Page {
  /** Bodies that left, oldest first, each valid by its schema. */
  readonly sent: Sent[] = [];
  /** What the page's history was asked to do. */
  readonly history: string[] = [];
  /** How the server answers: a status, or the plan. */
  collect = 204;
  plan: unknown;
  jsonLd: string[] = [];
  /** What the tab keeps. */
  readonly session = new Map<string, string>();
  hidden = false;
  private now = 0;
  private timers: { at: number; f: () => void }[] = [];
  private key = 'k0';
  private index = 0;
  private state: any = null;
  private readonly heard: Record<string, ((e: any) => void)[]> = {};
  private static opened = 0;

  private constructor(readonly storage: Map<string, string> | null, public url: string, private readonly referrer: string) {}

  /** Opens a page. `storage` is what the browser keeps between pages; null where it keeps nothing. */
  static async open(options: {
    url?: string; referrer?: string; storage?: Map<string, string> | null; bundle?: 'strict' | 'hold'; config?: object; plan?: unknown;
    calls?: unknown[][]; type?: string; jsonLd?: string[]; chunks?: 'come' | 'do not come'; tapped?: object;
  } = {}): Promise<Page> {
    const page = new Page(options.storage === undefined ? new Map() : options.storage, options.url ?? 'https://mall.example/product/p-17', options.referrer ?? 'https://feed.example/');
    page.plan = options.plan;
    page.jsonLd = options.jsonLd ?? [];
    page.install(options.type ?? 'navigate');
    const manifest = JSON.parse(readFileSync('dist/manifest.json', 'utf8')) as Record<'strict' | 'hold', string> & { chunks: Record<string, string> };
    // Each page has modules of its own.
    const place = `target/pages/${process.pid}-${Page.opened++}`;
    const planted = Object.assign(() => undefined, {
      q: options.calls ?? [], t: 0,
      // What the stub has kept of a tap before the bundle came.
      e: options.tapped && { type: 'pointerup', timeStamp: 0, isTrusted: true, target: {}, ...options.tapped },
      c: { key: 'demo', base: pathToFileURL(place).href, bundle: `/sdk/${manifest[options.bundle ?? 'hold']}`, consentRequired: false, consentFrom: 'api', wishes: true, storage: 'persistent', store: 'localStorage', more: [], locale: 'ko', currency: 'KRW', minors: 1, ...options.config },
    });
    (globalThis as any).window.__rl = planted;
    page.planted = planted as any;
    mkdirSync(`${place}/sdk`, { recursive: true });
    const file = `${place}/sdk/page.mjs`;
    writeFileSync(file, readFileSync(`dist/${manifest[options.bundle ?? 'hold']}`));
    if (options.chunks !== 'do not come')
      for (const chunk of Object.values(manifest.chunks)) writeFileSync(`${place}/sdk/${chunk}`, readFileSync(`dist/${chunk}`));
    await import(pathToFileURL(file).href);
    await page.settle();
    return page;
  }
  private planted!: { on(e: unknown): void; q: { push(call: unknown[]): void } };

  private install(type: string): void {
    const page = this;
    const listen = (name: string, hear: (e: any) => void): void => void (page.heard[name] ??= []).push(hear);
    const location = { get href() { return page.url; }, get pathname() { return new URL(page.url).pathname; } };
    const history = {
      get length() { return page.index + 2; },
      get state() { return page.state; },
      pushState: (state: unknown) => { page.history.push('pushState'); page.state = state; page.index++; page.key = `k${page.index}`; page.fire('currententrychange', { navigationType: 'push' }); },
      back: () => void page.history.push('back'),
    };
    const navigation = { get currentEntry() { return { key: page.key, index: page.index }; }, addEventListener: listen };
    const set = (name: string, value: unknown): void => void Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    const kept = (map: Map<string, string>) => ({
      getItem: (k: string) => map.get(k) ?? null, setItem: (k: string, v: string) => void map.set(k, v), removeItem: (k: string) => void map.delete(k),
    });
    const localStorage = page.storage && kept(page.storage), sessionStorage = kept(page.session);
    const document = { get hidden() { return page.hidden; }, referrer: page.referrer, readyState: 'complete', hasFocus: () => true, querySelector: () => null, querySelectorAll: () => page.jsonLd.map((textContent) => ({ textContent })) };
    // What is to happen in seconds happens when the test says that they have passed; no page wakes up in a later test.
    set('setTimeout', (f: () => void, ms = 0, ...said: []) => (ms < 1000 ? soon(f, ms, ...said) : page.timers.push({ at: page.now + ms, f })));
    set('window', {
      navigation, requestIdleCallback: (f: () => void) => soon(f, 1), sessionStorage,
      get localStorage() { if (!localStorage) throw new Error('denied'); return localStorage; },
    });
    set('sessionStorage', sessionStorage);
    Object.defineProperty(globalThis, 'localStorage', { configurable: true, get() { if (!localStorage) throw new Error('denied'); return localStorage; } });
    set('document', document);
    set('addEventListener', () => undefined);
    set('location', location);
    set('history', history);
    set('screen', { width: 390, height: 780 });
    set('matchMedia', () => ({ matches: true }));
    set('navigator', {
      webdriver: false,
      sendBeacon: (url: string, body: string) => { page.leaves(url, 'beacon', body); return true; },
    });
    set('performance', { now: () => page.now, getEntriesByType: () => [{ type }] });
    set('fetch', async (url: string, init: { body: string }) => {
      page.leaves(url, 'fetch', init.body);
      if (url.endsWith('/v1/plan')) return page.plan ? { ok: true, status: 200, json: async () => structuredClone(page.plan) } : Promise.reject(new Error('down'));
      if (!page.collect) throw new Error('down');
      return { ok: true, status: page.collect, json: async () => ({}) };
    });
  }

  private leaves(url: string, by: Sent['by'], text: string): void {
    const path = url.slice(url.indexOf('/v1/')), body = JSON.parse(text) as unknown;
    (path === '/v1/plan' ? isPlanRequest : isBeacon)(body);
    this.sent.push({ path, by, body });
  }

  private fire(name: string, e: object): void { (this.heard[name] ?? []).forEach((hear) => hear(e)); }

  /** Lets everything that waits for idle time or an answer happen. */
  async settle(): Promise<void> {
    // On a machine that is late itself, again.
    for (let late = true; late;) {
      const began = Date.now();
      await wait(60);
      late = Date.now() - began > 75;
    }
  }

  /** Time passes, as the page's clock has it. */
  passes(ms: number): void {
    this.now += ms;
    const due = this.timers.filter((t) => t.at <= this.now);
    this.timers = this.timers.filter((t) => t.at > this.now);
    due.forEach((t) => t.f());
  }

  hears(type: string, e: object = {}): void { this.planted.on({ type, timeStamp: this.now, isTrusted: true, stopImmediatePropagation: () => this.history.push('stopped'), ...e }); }

  async says(name: string, said?: unknown): Promise<void> { this.planted.q.push([name, said]); await this.settle(); }

  async taps(e: object = {}): Promise<void> { this.hears('pointerup', { target: {}, ...e }); await this.settle(); }

  /** The shopper presses Back while the trap is on top. */
  async pressesBack(): Promise<void> {
    this.state = null;
    this.index--;
    this.key = `k${this.index}`;
    this.fire('currententrychange', { navigationType: 'traverse' });
    this.hears('popstate');
    await this.settle();
  }

  /** The page goes away, as it does when another is opened. */
  async goes(elsewhere?: 'by a link'): Promise<void> {
    if (elsewhere) this.fire('navigate', {});
    this.hears('pagehide');
    this.hidden = true;
    this.hears('visibilitychange');
    await this.settle();
  }

  /** Every event that left so far, each id once, oldest first. */
  get events(): any[] {
    const seen = new Set<string>();
    return this.sent.filter((s) => s.path === '/v1/collect').flatMap((s) => s.body.events as any[]).filter((e) => !seen.has(e.id) && seen.add(e.id));
  }

  told(type: string): any[] { return this.events.filter((e) => e.type === type); }

  get remembered(): any { const text = this.storage?.get('reload.demo'); return text ? JSON.parse(text) : undefined; }
}
