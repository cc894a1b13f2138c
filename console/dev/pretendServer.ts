import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect, Plugin } from 'vite';

/**
 * A server that pretends, so that the screens can be worked on without the real one: every state of every view can be reached by
 * choosing a mall. Only the development server and `vite preview` know of it; it never enters what is built.
 */
export function pretendServer(): Plugin {
  return {
    name: 'pretend-server',
    configureServer: (server) => void server.middlewares.use(answers()),
    configurePreviewServer: (server) => void server.middlewares.use(answers()),
  };
}

const MALLS = [
  { key: 'demo', name: '모래와 리넨', role: 'owner', simulated: false },
  { key: 'sample', name: '견본 몰', role: 'owner', simulated: true },
  { key: 'young', name: '막 시작한 몰', role: 'marketer', simulated: false },
  { key: 'uneven', name: '비율이 깨진 몰', role: 'owner', simulated: false },
  { key: 'all-shown', name: '비교군 없는 몰', role: 'viewer', simulated: false },
  { key: 'unsure', name: '아직 모르는 몰', role: 'owner', simulated: false },
  { key: 'broken', name: '고장 난 서버', role: 'owner', simulated: false },
  { key: 'slow', name: '느린 서버', role: 'owner', simulated: false },
  { key: 'closed', name: '닫힌 몰', role: 'viewer', simulated: false },
].map((mall) => ({ ...mall, currency: 'KRW', zone: 'Asia/Seoul' }));

function daysOf({ from, to }: { from: string; to: string }): string[] {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  return Array.from({ length: Math.max(0, (last - first) / 86_400_000 + 1) }, (_, i) => new Date(first + i * 86_400_000).toISOString().slice(0, 10));
}

/** A small repeatable generator of chance. */
function dice(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function figuresOf(mall: string, day: string, scale = 1) {
  const toss = dice([...(mall + day)].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) | 0, 7));
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const sessions = mall === 'demo' ? 0 : Math.round((mall === 'young' ? 90 : 1900 + (weekday === 0 || weekday === 6 ? 420 : 0)) * (0.85 + toss() * 0.3) * scale);
  const triggered = Math.round(sessions * (0.16 + toss() * 0.03));
  const heldOut = mall === 'all-shown' ? 0 : Math.round(triggered * (mall === 'uneven' ? 0.06 : 0.1) * (0.8 + toss() * 0.4));
  const shown = triggered - heldOut;
  const impressions = Math.round(shown * 0.97);
  const clicks = Math.round(impressions * (0.17 + toss() * 0.06));
  const converted = Math.round(clicks * (0.05 + toss() * 0.04));
  const conversionAmount = converted * (52_000 + Math.round(toss() * 30) * 1_000);
  return {
    sessions,
    pageViews: Math.round(sessions * (2.6 + toss())),
    dwellVisibleMsMean: sessions > 0 ? 62_000 + toss() * 24_000 : 0,
    triggered,
    shown,
    spared: 0,
    heldOut,
    impressions,
    clicks,
    converted,
    conversionAmount,
    refundedAmount: Math.round(conversionAmount * 0.04),
  };
}

type Sums = ReturnType<typeof figuresOf>;

function sum(all: Sums[]): Sums {
  const total = { sessions: 0, pageViews: 0, dwellVisibleMsMean: 0, triggered: 0, shown: 0, spared: 0, heldOut: 0, impressions: 0, clicks: 0, converted: 0, conversionAmount: 0, refundedAmount: 0 };
  for (const one of all) for (const key of Object.keys(total) as (keyof Sums)[]) total[key] += key === 'dwellVisibleMsMean' ? one[key] * one.sessions : one[key];
  return { ...total, dwellVisibleMsMean: total.sessions > 0 ? total.dwellVisibleMsMean / total.sessions : 0 };
}

const words = { title: null, leave: null, stay: null, snooze: null, productAgain: null, goesWith: null, popular: null, soldOut: null, sale: null, recentlyViewed: null, resume: null, copy: null, copied: null, endsIn: null, close: null, fresh: null, best: null, lowStock: null };
const initial = {
  live: true,
  consentRequired: false,
  consentFrom: 'api',
  storage: 'persistent',
  honourSignals: true,
  ga4: true,
  holdOutShare: 0.1,
  choosing: { whom: 'everybody', rule: '', shares: 'even', cost: 0 },
  triggers: {
    backHold: { on: false, frequency: 'visitor', presentation: 'page', acknowledged: null as unknown },
    backLanding: { on: true, frequency: 'visitor', presentation: 'sheet' },
    leaveSignal: { on: false, frequency: 'visitor', presentation: 'sheet' },
    return: { on: false, frequency: 'visitor', presentation: 'bar' },
    link: { on: true, frequency: 'always', presentation: 'page' },
    inline: { on: true, frequency: 'always', presentation: 'inline' },
  },
  rules: { maxStayMs: 60_000, snoozeDays: 7, planTtlMs: 600_000 },
  templates: ['product'],
  searchEngines: [] as string[],
  page: {
    words: { ko: { ...words, title: '보시던 상품과 어울려요' }, en: { ...words } },
    theme: { accent: '#0f766e', background: '#ffffff', text: '#1a1a1a', radius: 8, logo: null, font: null, scheme: 'light', dark: null },
    blocks: [
      { kind: 'product-again', on: true },
      { kind: 'goes-with', on: true, size: 6 },
      { kind: 'popular', on: true, size: 4 },
      { kind: 'recently-viewed', on: false, size: 6 },
      { kind: 'banner', on: false, image: null, text: null, url: null },
      { kind: 'coupon', on: false, text: null, code: null, url: null, endsAt: null },
      { kind: 'countdown', on: false, text: null, endsAt: null },
      { kind: 'custom', on: false, html: '' },
    ],
    variants: [] as { name: string; blocks: unknown[] }[],
  },
};

/** The sample mall has a further page, and learns who sees which. */
const chosen = {
  ...initial,
  choosing: { whom: 'everybody', rule: '', shares: 'learnt', cost: 0 },
  page: { ...initial.page, variants: [{ name: 'popular-first', blocks: [{ kind: 'popular', on: true, size: 8 }, { kind: 'product-again', on: true }] }] },
};

function answers(): Connect.NextHandleFunction {
  let signedIn = false;
  let tries = 0;
  const settings = new Map<string, { published: { version: number; settings: unknown; at: string; by: string }; draft: unknown; versions: { version: number; at: string; by: string }[] }>();
  const origins = new Map<string, string[]>();
  let story: Record<string, unknown>[] = [];
  const me = { account: { email: 'jiwoo@sand.example', name: '한지우', locale: '', operator: true }, malls: MALLS, csrf: 'pretend', demo: { mallUrl: 'http://127.0.0.1:8081/', feedUrl: 'http://127.0.0.1:8082/', searchUrl: 'http://127.0.0.1:8083/' } };

  const of = (mall: string) => {
    const known = settings.get(mall);
    if (known) return known;
    const days = (n: number): string => new Date(Date.now() - n * 86_400_000).toISOString();
    const fresh = {
      published: { version: 3, settings: (mall === 'sample' ? chosen : initial) as unknown, at: days(9), by: 'jiwoo@sand.example' },
      draft: null as unknown,
      versions: [
        { version: 3, at: days(9), by: 'jiwoo@sand.example' },
        { version: 2, at: days(17), by: 'minseo@sand.example' },
        { version: 1, at: days(40), by: 'jiwoo@sand.example' },
      ],
    };
    settings.set(mall, fresh);
    return fresh;
  };

  return (request, response, next) => {
    const url = new URL(request.url ?? '/', 'http://pretend');
    if (!url.pathname.startsWith('/api/') && !url.pathname.startsWith('/pretend/')) return next();
    void body(request).then((sent) => setTimeout(() => reply(sent), url.pathname.includes('/slow/') ? 60_000 : 60));

    const reply = (sent: Record<string, unknown>): void => {
      const say = (status: number, data?: unknown, headers: Record<string, string> = {}): void => answer(response, status, data, headers);
      if (url.pathname === '/pretend/story') {
        story = JSON.parse(url.searchParams.get('sessions') ?? '[]') as Record<string, unknown>[];
        return say(204);
      }
      if (url.pathname === '/api/sign-in') {
        if (++tries > 5) return say(429, { code: 'TOO_MANY_TRIES', message: 'wait' }, { 'Retry-After': '90' });
        if (sent['password'] !== 'reload') return say(401, { code: 'BAD_CREDENTIALS', message: 'no' });
        signedIn = true;
        tries = 0;
        return say(200, me);
      }
      if (!signedIn) return say(401, { code: 'NOT_SIGNED_IN', message: 'sign in' });
      if (url.pathname === '/api/me') return say(200, me);
      if (url.pathname === '/api/me/locale') return say(204);
      if (url.pathname === '/api/sign-out') {
        signedIn = false;
        return say(204);
      }
      if (url.pathname === '/api/malls' && request.method === 'POST') {
        if (MALLS.some((mall) => mall.key === sent['key'])) return say(409, { code: 'KEY_TAKEN', message: 'taken' });
        MALLS.push({ key: String(sent['key']), name: String(sent['name']), role: 'owner', simulated: sent['simulated'] === true, currency: 'KRW', zone: 'Asia/Seoul' });
        return say(200, { key: sent['key'], serverKey: 'rls_pretend_8f2kq0', historyKey: sent['simulated'] ? 'rlh_pretend_03jf92' : null });
      }
      const [, , , mall = '', ...rest] = url.pathname.split('/');
      if (mall === 'broken') return say(500, { code: 'INTERNAL', message: 'oops' });
      if (mall === 'closed') return say(403, { code: 'FORBIDDEN', message: 'no' });
      const period = { from: url.searchParams.get('from') ?? '2026-11-01', to: url.searchParams.get('to') ?? '2026-11-22' };
      const all = daysOf(period).map((day) => ({ day, ...figuresOf(mall, day) }));
      const total = sum(all);
      const live = mall === 'demo' ? storyFigures(story) : null;
      const state = of(mall);
      switch (`${request.method} ${rest.join('/')}`) {
        case 'GET report': {
          const f = live ?? total;
          return say(200, {
            mall,
            ...period,
            currency: 'KRW',
            asOf: new Date().toISOString(),
            ...f,
            dwellActiveMsMean: f.dwellVisibleMsMean * 0.7,
            sessionsOutsideExperiments: Math.round(f.sessions * 0.031),
            clickRate: f.impressions ? f.clicks / f.impressions : null,
            clickers: f.clicks,
            conversionRate: f.clicks ? f.converted / f.clicks : null,
            unverifiedAmount: mall === 'sample' ? 412_000 : 0,
            violations: mall === 'uneven' ? 3 : 0,
            incrementalAmountPerTriggered: incremental(mall, f),
          });
        }
        case 'GET report/days':
          return say(200, { days: live ? all.map((day, i) => (i === all.length - 1 ? { ...day, ...live } : day)) : all });
        case 'GET report/by/referral':
          return say(200, { rows: live && story.length ? [{ value: 'instagram / social / autumn', ...live }] : live ? [] : split(all, ['naver / organic', 'instagram / social / autumn_drop', 'direct / none', 'google / organic', 'kakao / cpc / friend', 'naver / cpc / brand', 'facebook / paid', 'blog.fashionnote.kr / referral', 'youtube / influencer / mina', 'band / social', '=cmd / x']) });
        case 'GET report/by/device':
          return say(200, { rows: live && story.length ? [{ value: 'phone', ...live }] : live ? [] : split(all, ['phone', 'desktop', 'tablet']) });
        case 'GET report/by/trigger':
          return say(200, { rows: live ? [] : split(all, ['back-hold', 'inline', 'back-landing', 'leave-signal', 'return', 'link']).map((row) => ({ ...row, sessions: 0, pageViews: 0, dwellVisibleMsMean: 0 })) });
        case 'GET report/by/template':
          return say(200, { rows: live ? [] : split(all, ['product', 'list', 'home']) });
        case 'GET reasons':
          return say(200, {
            rows: live
              ? []
              : [
                  ['back-hold', 'SHOWN', total.shown * 0.6],
                  ['back-landing', 'SHOWN', total.shown * 0.4],
                  ['back-hold', 'HELD_OUT', total.heldOut],
                  ['back-hold', 'SEARCH_ENGINE', total.sessions * 0.31],
                  ['back-hold', 'STAYED_TOO_LONG', total.sessions * 0.12],
                  ['back-hold', 'NO_ACTIVATION', total.sessions * 0.09],
                  ['back-landing', 'ALREADY_SEEN', total.sessions * 0.07],
                  ['back-hold', 'UNKNOWN_REFERRER', total.sessions * 0.06],
                  ['back-landing', 'SNOOZED', total.sessions * 0.004],
                ].map(([trigger, reason, count]) => ({ trigger, reason, count: Math.round(Number(count)) })),
          });
        case 'GET sessions/chances':
          return mall === 'uneven' ? say(500, { code: 'INTERNAL', message: 'oops' }) : say(200, chancesOf(mall, Number(url.searchParams.get('limit') ?? 20)));
        case 'GET sessions':
          return say(200, { sessions: live ? story : sessionsOf(Number(url.searchParams.get('limit') ?? 20)) });
        case 'GET settings':
          return say(200, state);
        case 'PUT settings/draft': {
          const asked = sent['settings'] as typeof initial;
          if (asked.page.theme.accent === '#bad000') return say(400, { code: 'NOT_A_COLOUR', message: 'not this colour', field: 'page.theme.accent' });
          const hold = asked.triggers.backHold;
          if (hold.on && !hold.acknowledged) return say(400, { code: 'NOT_ACKNOWLEDGED', message: 'read the policy', field: 'triggers.backHold.acknowledged' });
          const refused = asked.page.variants.findIndex(({ name }) => name === 'refused');
          if (refused >= 0) return say(400, { code: 'NOT_A_NAME', message: 'not this name', field: `page.variants[${refused}].name` });
          const custom = (asked.page.blocks as { kind: string; html?: string }[]).findIndex((block) => /<script/i.test(block.html ?? ''));
          if (custom >= 0) return say(400, { code: 'NOT_ALLOWED', message: 'refused', field: `page.blocks[${custom}].html`, detail: '<script>' });
          if (hold.acknowledged) hold.acknowledged = { text: 'back-hold-policy-1', by: 'jiwoo@sand.example', at: new Date().toISOString() };
          state.draft = { settings: asked, at: new Date().toISOString(), by: 'jiwoo@sand.example' };
          return say(204);
        }
        case 'DELETE settings/draft':
          state.draft = null;
          return say(204);
        case 'POST settings/publish':
        case 'POST settings/roll-back': {
          const version = (state.versions[0]?.version ?? 0) + 1;
          const made = { version, at: new Date().toISOString(), by: 'jiwoo@sand.example' };
          const draft = state.draft as { settings: unknown } | null;
          state.published = { ...made, settings: rest[1] === 'publish' && draft ? draft.settings : state.published.settings };
          if (rest[1] === 'publish') state.draft = null;
          state.versions = [made, ...state.versions];
          return say(200, { version });
        }
        case 'GET variants':
          return say(200, resultsOf(mall));
        case 'GET models':
        case 'PUT models/variants/0/at-work':
        case 'PUT models/variants/1/at-work':
        case 'PUT models/variants/2/at-work':
        case 'PUT models/uplift/0/at-work':
          return say(200, modelsOf(mall, Number(rest[2] ?? 2)));
        case 'GET install':
          return say(200, {
            siteKey: mall,
            snippet: `<script>/* stub */</script>\n<script async src="https://reload.example/r/${mall}/reload.js" data-mall="${mall}"></script>`,
            pinned: `<script>/* stub */</script>\n<script type="importmap">{"integrity":{}}</script>\n<script async src="https://reload.example/sdk/reload-loader.1a2b3c4d.js" integrity="sha384-..." crossorigin="anonymous"></script>`,
            origins: origins.get(mall) ?? ['https://sand.example', 'https://m.sand.example'],
            lastEventAt: mall === 'young' ? null : mall === 'unsure' ? new Date(Date.now() - 3 * 86_400_000).toISOString() : new Date(Date.now() - 3_000).toISOString(),
          });
        case 'POST preview':
          return say(200, { url: `${String(sent['url'])}?reload_debug=cAAAAAcAAAGiA`, until: new Date(Date.now() + 3_600_000).toISOString() });
        case 'PUT origins':
          origins.set(mall, sent['origins'] as string[]);
          return say(204);
        default:
          return say(404, { code: 'NOT_FOUND', message: url.pathname });
      }
    };
  };
}

/** A chance as the server judges it; null with fewer than ten. */
const chance = (rounds: number, hits: number) => {
  const value = hits / rounds, half = 1.96 * Math.sqrt((value * (1 - value)) / rounds);
  return hits < 10 ? null : { snips: { value, interval: { low: value - half, high: value + half } } };
};

function resultsOf(mall: string) {
  const [whom, shares] = mall === 'sample' ? ['everybody', 'learnt'] : mall === 'unsure' ? ['uplift', 'even'] : ['everybody', 'even'];
  const came = (variant: string, share: number | null, rounds: number, rewards: number, buyers: number) => ({ variant, share, rounds, rewards, buyers, reward: variant === 'nothing' ? null : chance(rounds, rewards), orders: variant === 'nothing' ? null : chance(rounds, buyers) });
  const variants =
    mall === 'sample'
      ? [came('classic', 0.05, 722, 140, 10), came('popular-first', 0.9, 4463, 1470, 102), came('nothing', 0.05, 706, 13, 7), came('hold-out', null, 630, 66, 11)]
      : mall === 'unsure'
        ? [came('classic', 1, 2110, 401, 39), came('nothing', null, 5020, 160, 61), came('hold-out', null, 790, 60, 12)]
        : mall === 'uneven'
          ? [came('classic', 0.5, 300, 60, 11), came('big-coupon-with-a-long1', 0.5, 600, 130, 21), came('hold-out', null, 3, 1, 0)]
          : mall === 'young'
            ? [came('classic', 0.5, 31, 6, 1), came('coupon', 0.5, 28, 11, 0), came('hold-out', null, 6, 1, 0)]
            : [came('classic', 1, 0, 0, 0), came('hold-out', null, 0, 0, 0)];
  const rounds = variants.reduce((all, one) => all + one.rounds, 0);
  return { whom, shares, since: rounds ? Date.now() - 21 * 86_400_000 : null, rounds, variants, weights: rounds ? { mean: mall === 'uneven' ? 0.06 : 1.003, z: mall === 'uneven' ? -9.1 : 0.11 } : null };
}

function modelsOf(mall: string, atWork: number) {
  const tried = (version: number, rows: number, outcome: string, metrics: Record<string, number>) => ({ version, trainedAt: Date.now() - (9 - version) * 86_400_000, windowFrom: null, windowTo: null, position: '1', rows, parent: version - 1, pooled: null, outcome, metrics, drifted: false, atWork: version === atWork });
  const shares = (classic: number, popular: number, nothing: number) => ({ 'share.classic': classic, 'share.popular-first': popular, 'share.nothing': nothing });
  const none = { atWork: 0, model: {}, tried: [] };
  return {
    variants: mall === 'sample' ? { atWork, model: {}, tried: [tried(2, 6521, 'UNJUDGED', { ...shares(0.05, 0.9, 0.05), 'guarded.classic': 1 }), tried(1, 402, 'UNJUDGED', shares(0.21, 0.62, 0.17))] } : none,
    uplift:
      mall === 'unsure'
        ? { atWork: 2, model: {}, tried: [tried(3, 7920, 'NO_BETTER', { effect: 210, effectLow: -40, effectHigh: 460 }), tried(2, 6100, 'UNJUDGED', { effect: 240, effectLow: -60, effectHigh: 540, 'slope.medium=social': 620, 't.medium=social': 4.1, 'slope.device=tablet': -310, 't.device=tablet': -3.3 }), tried(1, 300, 'TOO_LITTLE', {})] }
        : none,
  };
}

function incremental(mall: string, f: Sums) {
  const counted = { matureShown: f.shown, matureHeldOut: f.heldOut };
  if (mall === 'demo' || mall === 'young') return { estimate: null, fixed: null, anytime: null, reason: 'NOT_ENOUGH_DATA', daysToGo: mall === 'young' ? 11.4 : null, ...counted };
  if (mall === 'uneven') return { estimate: null, fixed: null, anytime: null, reason: 'SAMPLE_RATIO_MISMATCH', daysToGo: null, ...counted };
  if (mall === 'all-shown') return { estimate: null, fixed: null, anytime: null, reason: 'NO_HOLD_OUT', daysToGo: null, ...counted };
  const estimate = mall === 'unsure' ? 212.4 : 688.2;
  const half = mall === 'unsure' ? 540 : 421.7;
  return {
    estimate,
    fixed: { low: estimate - half * 0.62, high: estimate + half * 0.62 },
    anytime: { low: estimate - half, high: estimate + half },
    ...counted,
    total: { estimate: estimate * f.shown, low: (estimate - half) * f.shown, high: (estimate + half) * f.shown },
  };
}

function split(days: Sums[], values: string[]) {
  const total = sum(days);
  const weights = values.map((_, i) => 1 / (i + 1.2));
  const whole = weights.reduce((a, b) => a + b, 0);
  return values.map((value, i) => {
    const share = (weights[i] ?? 0) / whole;
    const part = Object.fromEntries(Object.entries(total).map(([key, n]) => [key, Math.round(n * share)])) as Sums;
    return { value, ...part, dwellVisibleMsMean: total.dwellVisibleMsMean * (1.1 - i * 0.03) };
  });
}

function sessionsOf(limit: number) {
  const toss = dice(11);
  const pick = <T,>(all: T[]): T => all[Math.floor(toss() * all.length)] as T;
  return Array.from({ length: limit }, (_, i) => {
    const reason = pick(['SHOWN', 'SHOWN', 'HELD_OUT', 'SEARCH_ENGINE', 'STAYED_TOO_LONG', null]);
    const shown = reason === 'SHOWN';
    const clicked = shown && toss() < 0.4;
    const converted = clicked && toss() < 0.5;
    return {
      session: `s-${i}`,
      startedAt: new Date(Date.now() - i * 190_000 - 20_000).toISOString(),
      visitor: Math.floor(toss() * 2 ** 32).toString(36).slice(0, 6),
      referral: pick(['naver / organic', 'instagram / social / autumn_drop', 'direct / none', 'kakao / cpc / friend']),
      device: pick(['phone', 'phone', 'phone', 'desktop']),
      pageViews: 1 + Math.floor(toss() * 6),
      visibleMs: Math.round(4_000 + toss() * 160_000),
      orders: converted ? 1 : 0,
      trigger: shown || reason === 'HELD_OUT' ? pick(['back-hold', 'back-landing']) : null,
      arm: shown ? 'shown' : reason === 'HELD_OUT' ? 'held-out' : null,
      reason,
      impressed: shown,
      clicked,
      converted,
      amount: converted ? 47_200 + Math.round(toss() * 9) * 10_000 : 0,
    };
  });
}

/** Learnt in most malls; borrowed, too little, nothing found and not learnt in others. */
function chancesOf(mall: string, limit: number) {
  const toss = dice(13);
  const outcome = mall === 'demo' ? null : mall === 'young' || mall === 'all-shown' ? 'TOO_LITTLE' : mall === 'unsure' ? 'NO_BETTER' : 'BETTER';
  const from = mall === 'young' ? 'PRIOR' : mall === 'all-shown' ? 'SHARED' : outcome === 'BETTER' ? 'OWN' : 'PRIOR';
  const basis = (average: number) => ({ from, outcome, version: from === 'PRIOR' ? 0 : 1, trainedAt: outcome && Date.now() - 9_000_000, visits: mall === 'young' ? 84 : 8_000, average, calibrated: from === 'OWN' || null, drifted: false });
  const chance = (average: number) => {
    const base = Math.log(average / (1 - average));
    const signals = from === 'PRIOR' ? [] : ['page.product', 'pace.last', 'depth.views', 'cart.lines'].map((signal) => ({ signal, logOdds: toss() * 2.4 - 1.2 }));
    return { chance: 1 / (1 + Math.exp(-signals.reduce((sum, one) => sum + one.logOdds, base))), base, signals };
  };
  return { exit: basis(0.42), order: basis(0.031), sessions: Array.from({ length: limit }, (_, i) => ({ session: `s-${i}`, views: 1 + (i % 5), exit: chance(0.42), order: chance(0.031) })) };
}

function storyFigures(story: Record<string, unknown>[]): Sums {
  const n = (key: string): number => story.filter((one) => one[key]).length;
  return {
    sessions: story.length,
    pageViews: story.reduce((all, one) => all + Number(one['pageViews']), 0),
    dwellVisibleMsMean: story.length ? story.reduce((all, one) => all + Number(one['visibleMs']), 0) / story.length : 0,
    triggered: n('arm'),
    shown: story.filter((one) => one['arm'] === 'shown').length,
    spared: 0,
    heldOut: story.filter((one) => one['arm'] === 'held-out').length,
    impressions: n('impressed'),
    clicks: n('clicked'),
    converted: n('converted'),
    conversionAmount: story.reduce((all, one) => all + Number(one['amount']), 0),
    refundedAmount: 0,
  };
}

async function body(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function answer(response: ServerResponse, status: number, data: unknown, headers: Record<string, string>): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(data === undefined ? undefined : JSON.stringify(data));
}

