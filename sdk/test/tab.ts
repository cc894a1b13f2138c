import { setTimeout as wait } from 'node:timers/promises';
import type { Chromium } from './chromium';

type Said = Record<string, any>;

/** A tab of somebody who was never here: storage, cookies and cache of its own. */
export class Tab {
  /** What went wrong in the page: exceptions nobody caught, and what the browser refused. */
  readonly errors: string[] = [];

  private constructor(private readonly browser: Chromium, private readonly session: string, private readonly context: string) {
    this.on('Runtime.exceptionThrown', ({ exceptionDetails: e }) => this.errors.push(e.exception?.description ?? e.text));
    this.on('Log.entryAdded', ({ entry }) => entry.level === 'error' && this.errors.push(`${entry.text} ${entry.url ?? ''}`));
  }

  static async open(browser: Chromium): Promise<Tab> {
    const { browserContextId } = await browser.ask('Target.createBrowserContext');
    const { targetId } = await browser.ask('Target.createTarget', { url: 'about:blank', browserContextId });
    const { sessionId } = await browser.ask('Target.attachToTarget', { targetId, flatten: true });
    const tab = new Tab(browser, sessionId, browserContextId);
    for (const domain of ['Page', 'Runtime', 'Network', 'Log']) await tab.ask(`${domain}.enable`);
    return tab;
  }

  ask(method: string, params: Said = {}): Promise<Said> { return this.browser.ask(method, params, this.session); }

  private on(method: string, hear: (params: Said) => void): void { this.browser.on(this.session, method, hear); }

  private once(method: string): Promise<Said> { return new Promise((done) => this.on(method, done)); }

  async goto(url: string): Promise<void> {
    const loaded = this.once('Page.loadEventFired');
    await this.ask('Page.navigate', { url });
    await loaded;
  }

  async back(): Promise<void> {
    const { currentIndex, entries } = await this.ask('Page.getNavigationHistory');
    await this.ask('Page.navigateToHistoryEntry', { entryId: entries[currentIndex - 1].id });
    await wait(300);
  }

  /** Runs in the page, before anything of the page does. */
  async before(source: string): Promise<void> { await this.ask('Page.addScriptToEvaluateOnNewDocument', { source }); }

  /** The value of an expression in the page. No user gesture comes with it. */
  async value<T = any>(expression: string): Promise<T> {
    const { result, exceptionDetails: e } = await this.ask('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (e) throw new Error(e.exception?.description ?? e.text);
    return result.value as T;
  }

  /** Waits until an expression in the page is true. */
  async until(expression: string, ms = 5000): Promise<void> {
    for (const end = Date.now() + ms; Date.now() < end; await wait(25)) if (await this.value(`!!(${expression})`).catch(() => false)) return;
    throw new Error(`never came true: ${expression}`);
  }

  /** A real click, which a page takes for the shopper's. */
  async click(x: number, y: number): Promise<void> {
    for (const type of ['mousePressed', 'mouseReleased']) await this.ask('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  }

  /** Closes what this tab was opened in. */
  async close(): Promise<void> { await this.browser.ask('Target.disposeBrowserContext', { browserContextId: this.context }); }
}
