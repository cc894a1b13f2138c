import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { isBeacon, isPlan, isPlanRequest } from './contract';

/** Where pictures of what is tested go, if anywhere. */
const shots = process.env.RELOAD_SHOTS;

const chromium = (): string => {
  const names = process.env.CHROMIUM ? [process.env.CHROMIUM] : ['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) => process.env.PATH!.split(':').map((place) => join(place, name)));
  for (const path of names) {
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch { /* not there */ }
  }
  throw new Error('the tests of the page need Chromium; on Debian: apt-get install chromium');
};

type Heard = (params: any) => void;

/** A Chromium without a window, spoken to through a pipe. */
export class Chromium {
  private last = 0;
  private readonly open = new Map<number, [(result: any) => void, (error: Error) => void]>();
  private readonly heard = new Map<string, Heard>();
  private rest = '';
  private constructor(private readonly process: ChildProcess, private readonly profile: string) {
    (process.stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => {
      const parts = (this.rest + text).split('\0');
      this.rest = parts.pop()!;
      parts.forEach((part) => this.take(JSON.parse(part)));
    });
  }

  static start(): Chromium {
    const profile = mkdtempSync(join(tmpdir(), 'reload-sdk-'));
    return new Chromium(spawn(chromium(), [
      '--headless=new', '--remote-debugging-pipe', `--user-data-dir=${profile}`, '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-sync', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-dev-shm-usage', '--force-color-profile=srgb', 'about:blank',
    ], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] }), profile);
  }

  private take({ id, result, error, method, params, sessionId }: any): void {
    if (!id) return this.heard.get(`${sessionId ?? ''} ${method}`)?.(params);
    const [done, failed] = this.open.get(id)!;
    this.open.delete(id);
    if (error) failed(new Error(error.message));
    else done(result);
  }

  ask(method: string, params: object = {}, sessionId?: string): Promise<any> {
    const id = ++this.last;
    (this.process.stdio[3] as Writable).write(JSON.stringify({ id, method, params, sessionId }) + '\0');
    return new Promise((done, failed) => this.open.set(id, [done, failed]));
  }

  on(sessionId: string, method: string, hear: Heard): void { this.heard.set(`${sessionId} ${method}`, hear); }

  async end(): Promise<void> {
    const ended = new Promise((done) => this.process.once('exit', done));
    this.ask('Browser.close').catch(() => this.process.kill());
    await ended;
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

export interface MallPage {
  /** What is in its body; a long page of text and pictures otherwise. */
  body?: string;
  /** What is in its head, before the script. */
  head?: string;
  csp?: string;
  /** What it tells the script; by the page's path, where that differs. */
  calls?: unknown[][] | ((path: string) => unknown[][]);
  path?: string;
  lang?: 'ko' | 'en';
}

export interface Looks {
  device?: 'phone' | 'desktop';
  dark?: boolean;
  reducedMotion?: boolean;
  /** Opens the shadow root, for tools that look inside; the script itself keeps it closed. */
  open?: boolean;
  bundle?: 'strict' | 'hold';
  plan?: any;
  /** What was in the browser's storage before, as the script writes it. */
  storage?: object;
  /** Runs in every page before its own scripts. */
  before?: string;
  /** What `GET /v1/products` says instead of what was planned. */
  truth?: Record<string, unknown>;
}

const picture = (name: string): string => {
  let hue = 0;
  for (const letter of name) hue = (hue * 31 + letter.charCodeAt(0)) % 360;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 375"><rect width="300" height="375" fill="hsl(${hue} 26% 88%)"/><path d="M105 90q45 34 90 0l58 40-22 50-24-12v140H93V168l-24 12-22-50z" fill="hsl(${hue} 32% 52%)"/><path d="M105 90q45 34 90 0" fill="none" stroke="hsl(${hue} 32% 38%)" stroke-width="5"/></svg>`;
};

export const VIEWING = [['page', { template: 'product' }], ['product', { id: 'p-17', name: '린넨 셔츠', price: 59000, salePrice: 47200, image: '/img/p-17.svg' }]];

/** A product's page: long enough to be read, with a control that asks for more, and a slot. */
export const BODY = `<header style="padding:20px;border-bottom:1px solid #ddd"><b>늦볕</b></header><main style="max-width:720px;margin:auto;padding:20px"><h1>린넨 셔츠</h1>
<p><button id="focus">장바구니</button> <a href="#alike" data-reload-link>비슷한 상품</a></p>${'<p style="margin:0 0 40px">봄볕에 말린 듯 가볍고 서늘한 리넨입니다. 입을수록 부드러워집니다.</p>'.repeat(24)}<div data-reload-slot></div></main><footer style="padding:40px;height:300px">고객센터</footer>`;

/** A mall, Reload behind it, and a browser in front: what leaves the page is checked against the contract. */
export class Window {
  /** Events that were reported, each once. */
  readonly events: any[] = [];
  readonly plansAsked: any[] = [];
  /** What the browser complained of: errors of scripts, what a content security policy forbade. */
  readonly trouble: string[] = [];
  private static browser?: Chromium | undefined;
  private server!: Server;
  private session!: string;
  private target!: string;
  private origin!: string;
  private plan: any;

  static async open(mall: MallPage = {}, looks: Looks = {}): Promise<Window> {
    const w = new Window();
    Window.browser ??= Chromium.start();
    w.plan = looks.plan;
    w.server = w.serve(mall, looks);
    await new Promise<void>((done) => w.server.listen(0, '127.0.0.1', done));
    w.origin = `http://127.0.0.1:${(w.server.address() as AddressInfo).port}`;
    const browser = Window.browser, { browserContextId } = await browser.ask('Target.createBrowserContext');
    w.target = (await browser.ask('Target.createTarget', { url: 'about:blank', browserContextId })).targetId;
    w.session = (await browser.ask('Target.attachToTarget', { targetId: w.target, flatten: true })).sessionId;
    browser.on(w.session, 'Runtime.exceptionThrown', ({ exceptionDetails: e }) => w.trouble.push(`${e.text} ${e.exception?.description ?? ''}`));
    browser.on(w.session, 'Log.entryAdded', ({ entry }) => { if (entry.level === 'error' && !/favicon/.test(entry.url ?? '')) w.trouble.push(`${entry.text} ${entry.url ?? ''}`); });
    for (const domain of ['Page', 'Runtime', 'Log']) await w.ask(`${domain}.enable`);
    const phone = looks.device !== 'desktop';
    await w.ask('Emulation.setDeviceMetricsOverride', phone ? { width: 390, height: 780, deviceScaleFactor: 2, mobile: true } : { width: 1280, height: 860, deviceScaleFactor: 1, mobile: false });
    if (phone) await w.ask('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
    await w.ask('Emulation.setEmulatedMedia', { features: [
      { name: 'prefers-color-scheme', value: looks.dark ? 'dark' : 'light' }, { name: 'prefers-reduced-motion', value: looks.reducedMotion ? 'reduce' : 'no-preference' },
    ] });
    if (looks.open) await w.before('{ const own = Element.prototype.attachShadow; Element.prototype.attachShadow = function () { return own.call(this, { mode: "open" }); }; }');
    if (looks.before) await w.before(looks.before);
    if (looks.storage) await w.before(`if (!localStorage.getItem('reload.demo')) localStorage.setItem('reload.demo', ${JSON.stringify(JSON.stringify(looks.storage))});`);
    await w.before('window.shifts = 0; new PerformanceObserver((all) => all.getEntries().forEach((e) => { shifts += e.value; })).observe({ type: "layout-shift", buffered: true });');
    return w;
  }

  /** Opens a page of the mall that is up, as a shopper does who comes from elsewhere. */
  static async at(mall: MallPage = {}, looks: Looks = {}): Promise<Window> {
    const w = await Window.open(mall, looks);
    await w.goes(mall.path ?? '/product/p-17');
    return w;
  }

  static async end(): Promise<void> {
    await Window.browser?.end();
    Window.browser = undefined;
  }

  private serve(mall: MallPage, looks: Looks): Server {
    const manifest = JSON.parse(readFileSync('dist/manifest.json', 'utf8')), bundle = looks.bundle ?? 'strict';
    const { calls = VIEWING } = mall, said = (path: string): unknown[][] => (typeof calls === 'function' ? calls(path) : calls);
    return createServer((request, response) => {
      const { pathname } = new URL(request.url!, 'http://x');
      const answer = (type: string, text: string | Buffer, headers: Record<string, string> = {}): void =>
        void response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'Access-Control-Allow-Origin': '*', ...headers }).end(text);
      let body = '';
      request.setEncoding('utf8').on('data', (part) => { body += part; }).on('end', () => {
        if (pathname.startsWith('/sdk/')) answer('text/javascript', readFileSync(`dist/${pathname.slice(5)}`));
        else if (pathname === '/stub.js') answer('text/javascript', readFileSync('dist/stub.js'));
        else if (pathname === '/calls.js') answer('text/javascript', said(new URL(request.headers.referer!).pathname).map((call) => `reload(...${JSON.stringify(call)});`).join(''));
        else if (pathname === '/s/demo/reload.js') {
          const config = { key: 'demo', base: this.origin, bundle: `/sdk/${manifest[bundle]}`, consentRequired: false, consentFrom: 'api', wishes: true, storage: 'persistent', store: 'localStorage', more: [], locale: mall.lang ?? 'ko', currency: 'KRW', minors: 1 };
          answer('text/javascript', `window.__reload=${JSON.stringify(config)};${readFileSync('dist/loader.js', 'utf8')}`);
        } else if (pathname === '/v1/plan') {
          const asked = JSON.parse(body);
          isPlanRequest(asked);
          this.plansAsked.push(asked);
          const plan = typeof this.plan === 'function' ? this.plan(asked) : this.plan;
          if (plan) isPlan(plan);
          answer('application/json', JSON.stringify(plan ?? null));
        } else if (pathname === '/v1/collect') {
          const beacon = JSON.parse(body);
          isBeacon(beacon);
          beacon.events.forEach((event: any) => { if (!this.events.some(({ id }) => id === event.id)) this.events.push(event); });
          response.writeHead(204, { 'Access-Control-Allow-Origin': '*' }).end();
        } else if (pathname === '/v1/products') answer('application/json', JSON.stringify({ products: looks.truth ?? this.offered }));
        else if (pathname.startsWith('/img/')) answer('image/svg+xml', picture(pathname));
        else if (pathname === '/favicon.ico') answer('image/svg+xml', '');
        else if (pathname === '/elsewhere') answer('text/html', '<!doctype html><title>elsewhere</title><h1>Elsewhere</h1>');
        else answer('text/html', `<!doctype html><html lang="${mall.lang ?? 'ko'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Mall</title>${mall.head ?? ''
          }${mall.csp ? '' : '<style>body{margin:0;font:15px/1.6 Pretendard,sans-serif}</style>'}<script src="/stub.js"></script><script async src="/s/demo/reload.js"></script></head><body>${mall.body ?? BODY}<script src="/calls.js"></script></body></html>`,
          mall.csp ? { 'Content-Security-Policy': mall.csp } : {});
      });
    });
  }

  private get offered(): Record<string, unknown> {
    const plan = typeof this.plan === 'function' ? this.plan({}) : this.plan;
    return plan?.products ?? {};
  }

  ask(method: string, params: object = {}): Promise<any> { return Window.browser!.ask(method, params, this.session); }

  /** Runs in every page before its own scripts. */
  before(source: string): Promise<unknown> { return this.ask('Page.addScriptToEvaluateOnNewDocument', { source }); }

  async goes(path: string): Promise<void> {
    const loaded = new Promise<void>((done) => Window.browser!.on(this.session, 'Page.loadEventFired', () => done()));
    await this.ask('Page.navigate', { url: this.origin + path });
    await loaded;
  }

  /** What an expression is worth in the page. */
  async says(expression: string): Promise<any> {
    const { result, exceptionDetails } = await this.ask('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Waits until an expression is true in the page, or until `what` answers. */
  async until<T>(what: string | (() => T | undefined | false), patience = 8_000): Promise<T> {
    for (const end = Date.now() + patience; Date.now() < end; await wait(40)) {
      const answer = typeof what === 'string' ? await this.says(what).catch(() => undefined) : what();
      if (answer) return answer as T;
    }
    throw new Error(`waited for ${what}; told: ${this.events.map((e) => e.type + (e.reason ? ':' + e.reason : '')).join(' ')}; trouble: ${this.trouble}`);
  }

  told(type: string): any[] { return this.events.filter((e) => e.type === type); }

  /** Waits for an event to be told. */
  hears(type: string, patience?: number): Promise<any> { return this.until(() => this.told(type)[0], patience); }

  /** Waits until a plan has come and the page is idle again. */
  async planned(times = 1): Promise<void> {
    await this.until(() => this.plansAsked.length >= times);
    await wait(400);
  }

  /** Nothing is shown in the first two seconds. */
  look(): Promise<unknown> { return wait(2_100); }

  async moves(x: number, y: number): Promise<void> { await this.ask('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y }); }

  async clicks(x: number, y: number): Promise<void> {
    await this.moves(x, y);
    for (const type of ['mousePressed', 'mouseReleased']) await this.ask('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  }

  /** Clicks on what an expression gives, once it does not move any more. */
  async clicksOn(expression: string): Promise<void> {
    const [x, y] = await this.says(`(async () => {
      const e = ${expression}, at = () => { const { left, top, width, height } = e.getBoundingClientRect(); return [left + width / 2, top + height / 2]; };
      e.scrollIntoView({ block: 'nearest' });
      for (let before; String(before) !== String(at());) {
        before = at();
        await new Promise((soon) => setTimeout(soon, 50));
      }
      return at();
    })()`);
    await this.clicks(x, y);
  }

  async presses(key: string): Promise<void> {
    const code = { Escape: 27, Tab: 9, Enter: 13 }[key];
    for (const type of ['keyDown', 'keyUp']) await this.ask('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode: code });
  }

  /** Moves a finger down, which scrolls up, or up, which scrolls down: that many pixels, at that many a millisecond. */
  async swipes(direction: 'up' | 'down', px: number, speed: number): Promise<void> {
    const touch = (type: string, y?: number): Promise<unknown> => this.ask('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: 195, y }] });
    const from = direction === 'up' ? 120 : 680, way = direction === 'up' ? 1 : -1, began = performance.now();
    await touch('touchStart', from);
    for (let moved = 0; moved < px; await wait(8)) {
      moved = Math.min(px, (performance.now() - began) * speed);
      await touch('touchMove', from + way * moved);
    }
    await touch('touchEnd');
    await wait(60);
  }

  /** The tab is hidden for that long, as the page's clock has it. */
  async hides(ms: number): Promise<void> {
    await this.says(`Object.defineProperty(document, 'hidden', { value: true, configurable: true }); document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      { const now = performance.now.bind(performance); performance.now = () => now() + ${ms}; }
      Object.defineProperty(document, 'hidden', { value: false, configurable: true }); document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));`);
  }

  async photograph(name: string): Promise<void> {
    if (!shots) return;
    await wait(300);
    const { data } = await this.ask('Page.captureScreenshot', { format: 'png' });
    mkdirSync(shots, { recursive: true });
    writeFileSync(join(shots, `${name}.png`), Buffer.from(data, 'base64'));
  }

  async close(): Promise<void> {
    await Window.browser!.ask('Target.closeTarget', { targetId: this.target });
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}
