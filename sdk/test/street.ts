import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from '../src/contract';
import { isBeacon, isPlanRequest } from './contract';

type Page = string | { html: string; headers?: Record<string, string> } | ((request: IncomingMessage) => string);

const listen = (answer: (request: IncomingMessage, response: ServerResponse) => unknown): Promise<[Server, string]> =>
  new Promise((done) => {
    const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1', () => done([server, `127.0.0.1:${(server.address() as AddressInfo).port}`]));
  });

const manifest = JSON.parse(readFileSync('dist/manifest.json', 'utf8')) as { strict: string; hold: string; chunks: Record<string, string>; files: Record<string, { file: string; sri: string }> };
const example = JSON.parse(readFileSync('../contract/examples/plan.json', 'utf8')) as Record<string, any>;
const stub = readFileSync('dist/stub.js', 'utf8');

/** A mall and, on another origin, the server of Reload as far as a page needs one. What arrives there is checked against the contract. */
export class Street {
  /** Pages of the mall by path. */
  readonly pages: Record<string, Page> = {};
  /** Bodies that arrived, oldest first. */
  readonly arrived: { path: string; body: any }[] = [];
  /** Files of ours that were asked for. */
  readonly asked: string[] = [];
  /** What the mall has set. */
  config: Partial<Config> = {};
  plan: object = example;
  /** What is answered to the signed link `signed`. */
  preview?: object;
  /** How long the server takes to answer, and whether it does. */
  slowMs = 0;
  closed = false;
  /** Changes a file of ours on its way, as an intruder would. */
  tampers?: (file: string, text: string) => string;
  readonly manifest = manifest;
  mall = '';
  reload = '';
  private servers: Server[] = [];

  static async open(): Promise<Street> {
    const street = new Street();
    const [mall, mallAt] = await listen((request, response) => street.atMall(request, response));
    const [reload, reloadAt] = await listen((request, response) => street.atReload(request, response));
    street.mall = `http://${mallAt}`;
    // Another site, as browsers count them.
    street.reload = `http://${reloadAt.replace('127.0.0.1', 'localhost')}`;
    street.servers = [mall, reload];
    return street;
  }

  /** The two script elements a mall puts in its head. */
  get snippet(): string { return `<script>${stub}</script>${this.loader}`; }
  get loader(): string { return `<script async src="${this.reload}/s/demo/reload.js"></script>`; }

  /** The head of a mall that pins this version: the console makes it so, see `PageScript.pinned`. */
  get pinned(): string {
    const { pin, strict, ...others } = manifest.files as Record<string, { file: string; sri: string }>;
    const checked = [strict!, ...Object.values(others).filter(({ file }) => Object.values(manifest.chunks).includes(file))];
    const integrity = Object.fromEntries(checked.map(({ file, sri }) => [`${this.reload}/sdk/${file}`, sri]));
    return `<script>${stub};window.__reload=${JSON.stringify(this.settings)}</script><script type="importmap">${JSON.stringify({ integrity })}</script>` +
      `<script async src="${this.reload}/sdk/${pin!.file}" integrity="${pin!.sri}" crossorigin="anonymous"></script>`;
  }

  /** A page of the mall. */
  html(body: string, head = this.snippet): string { return `<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>Mall</title>${head}</head><body>${body}</body></html>`; }

  get settings(): Config {
    return {
      key: 'demo', base: this.reload, bundle: `/sdk/${manifest.strict}`, consentRequired: false, consentFrom: 'api', wishes: true, storage: 'persistent', store: 'localStorage',
      more: [['dataLayer', `/sdk/${manifest.chunks.ga4}`], ['reload_debug=', `/sdk/${manifest.chunks.debug}`]], locale: 'ko', currency: 'KRW', minors: 1, ...this.config,
    };
  }

  private atMall(request: IncomingMessage, response: ServerResponse): void {
    const page = this.pages[request.url!.split('?')[0]!];
    if (!page) return void response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
    const { html, headers } = typeof page === 'string' ? { html: page, headers: {} } : typeof page === 'function' ? { html: page(request), headers: {} } : page;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html);
  }

  private async atReload(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url!.split('?')[0]!, name = path.split('/').pop()!;
    const cors = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
    if (this.closed) return void request.socket.destroy();
    const script = (text: string): unknown => response.writeHead(200, { ...cors, 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' }).end(this.tampers?.(name, text) ?? text);
    if (request.method === 'GET') {
      this.asked.push(name);
      if (path.startsWith('/s/')) return void script(`window.__reload=${JSON.stringify(this.settings)};${readFileSync('dist/loader.js', 'utf8')}`);
      if (path.startsWith('/sdk/')) return void script(readFileSync(`dist/${name}`, 'utf8'));
      return void response.writeHead(200, { ...cors, 'content-type': 'application/json' }).end('{"products":{}}');
    }
    let text = '';
    for await (const part of request) text += part;
    const body = JSON.parse(text) as any;
    (path === '/v1/collect' ? isBeacon : isPlanRequest)(body);
    this.arrived.push({ path, body });
    await wait(this.slowMs);
    if (path === '/v1/collect') response.writeHead(204, cors).end();
    else if (path === '/v1/preview' && !(this.preview && request.url!.endsWith('?token=signed'))) response.writeHead(404, cors).end();
    else response.writeHead(200, { ...cors, 'content-type': 'application/json' }).end(JSON.stringify(path === '/v1/preview' ? this.preview : this.plan));
  }

  /** Every event that arrived, each id once. */
  get events(): any[] {
    const seen = new Set<string>();
    return this.arrived.filter(({ path }) => path === '/v1/collect').flatMap(({ body }) => body.events as any[]).filter((e) => !seen.has(e.id) && seen.add(e.id));
  }
  told(type: string): any[] { return this.events.filter((e) => e.type === type); }
  get plans(): any[] { return this.arrived.filter(({ path }) => path === '/v1/plan').map(({ body }) => body); }

  /** Waits until something is so here. */
  async until(so: () => unknown, ms = 8000): Promise<void> {
    for (const end = Date.now() + ms; Date.now() < end; await wait(25)) if (so()) return;
    throw new Error(`never came true: ${so}; arrived: ${JSON.stringify(this.arrived.map(({ path, body }) => [path, body.events?.map((e: any) => e.type)]))}`);
  }

  close(): void { for (const server of this.servers) { server.closeAllConnections(); server.close(); } }
}
