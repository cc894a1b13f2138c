import type { Config, Plan, Presentation, Reason, Trigger } from './contract';
import { gist, watchSent } from './debug/events';
import { pageVerdicts, seconds, type Verdict } from './debug/rules';
import { css } from './debug/style';
import { words as wordsOf } from './debug/words';
import { inside, recall, type Inside } from './inside';
import type { Planted } from './plant';
import { safe } from './safe';
import { score } from './score';

// A chunk: shows a mall's people in their own page what the script knows and would do. The server opens it for a signed link only.

/** The files of the chunks that draw every block in every presentation, and sense leaving, from the build. */
declare const BLOCKS: string, SIGNALS: string;

const PARAMETER = 'reload_debug';

/** The answer of `POST /v1/preview`. */
interface Preview {
  /** When the link stops working. */
  until: number;
  /** Every rule of the server that refuses a trigger. */
  reasons: Record<Trigger, Reason[]>;
  /** What would be shown if nothing stood in the way, where the mall has anything; its token counts nowhere. */
  plan?: Plan;
}

/** As what a trigger shows it, where it is off and the plan does not say. */
const PRESENTATION: Record<Trigger, Presentation> = {
  'back-hold': 'page', 'back-landing': 'sheet', 'leave-signal': 'sheet', return: 'bar', link: 'page', inline: 'inline',
};

/** The plan with every trigger armed. */
const armed = (plan: Plan): Plan => ({
  ...plan,
  triggers: Object.fromEntries(Object.entries(PRESENTATION).map(([name, presentation]) => [name, { presentation, ...plan.triggers[name as Trigger], armed: true }])) as Plan['triggers'],
});

type Part = Node | string | false | undefined;

const el = <K extends keyof HTMLElementTagNameMap>(tag: K, look = '', ...parts: Part[]): HTMLElementTagNameMap[K] => {
  const e = document.createElement(tag);
  if (look) e.className = look;
  e.append(...(parts.filter((part) => part) as Node[]));
  return e;
};

const clock = (at: number, withSeconds?: boolean): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', ...(withSeconds && { second: '2-digit' }) }).format(at);

/** The overlay, in a shadow of its own. `update` draws how things stand. */
const overlay = (open: Inside, preview: () => Preview, config: Config): { update: () => void } => {
  const w = wordsOf(navigator.language);
  const host = document.createElement('reload-debug'), root = host.attachShadow({ mode: 'closed' }), looks = new CSSStyleSheet();
  looks.replaceSync(css);
  root.adoptedStyleSheets = [looks];
  host.lang = /^ko/.test(navigator.language) ? 'ko' : 'en';

  const fold = el('button', '', '–'), close = el('button', '', '✕'), until = el('small'), main = el('main');
  fold.ariaLabel = w.fold;
  close.ariaLabel = w.close;
  const panel = el('aside', '', el('header', '', el('h1', '', w.title), until, fold, close), main);
  panel.ariaLabel = w.title;
  fold.onclick = () => {
    fold.textContent = panel.classList.toggle('c') ? '+' : '–';
    fold.ariaExpanded = `${!panel.classList.contains('c')}`;
  };
  close.onclick = () => host.remove();
  document.documentElement.append(host);
  root.append(panel);

  // Triggers.
  let away: ((how?: never) => void) | undefined;
  const slot = (): Element | null => document.querySelector('[data-reload-slot]');
  const rows = (Object.keys(w.trigger) as Trigger[]).map((trigger) => {
    const status = el('small'), rules = el('ul'), button = el('button', 's', w.show);
    const row = el('div', 't', el('details', '', el('summary', '', el('i'), el('span', '', el('b', '', w.trigger[trigger]), status)), rules), button);
    button.ariaLabel = `${w.show}: ${w.trigger[trigger]}`;
    button.onclick = () => import(`${config.base}/sdk/${BLOCKS}`).then(({ show }) => {
      away?.();
      // Nothing is heard of it: nothing is counted, and nothing is remembered.
      away = show(armed(preview().plan!), () => undefined, trigger, trigger === 'back-hold' && (() => undefined), trigger === 'inline' ? slot() : undefined);
    });
    return { trigger, status, rules, button, row };
  });
  main.append(el('h2', '', w.triggers), ...rows.map(({ row }) => row), el('p', 'q', w.yours));

  // The leave score.
  const level = el('i'), threshold = el('u'), scored = el('small'), bar = el('div', 'b', level, threshold), table = el('div', 'f'), unscored = el('p', 'q', w.noScore);
  main.append(el('h2', 'r', w.score, scored), unscored, bar, table);
  let sensed: (() => number[]) | undefined;
  import(`${config.base}/sdk/${SIGNALS}`).then((signals) => { sensed = () => signals.live?.(); }).catch(() => undefined);

  // The plan, the session, what was sent.
  const plan = el('dl'), visit = el('dl'), sent = el('ol'), nothing = el('p', 'q', w.noEvents);
  main.append(el('h2', '', w.plan), plan, el('h2', '', w.visit), visit, el('h2', '', w.events), nothing, sent);
  const lines = (list: HTMLDListElement, said: [string, string | undefined][]): void =>
    list.replaceChildren(...said.flatMap(([name, value]) => (value ? [el('dt', '', name), el('dd', '', value)] : [])));
  const events = new Map<string, HTMLElement>();
  watchSent(config.base + '/v1/collect', ({ event, status }) => {
    nothing.remove();
    const line = el('li', '', el('time', '', clock(event.at, true)), el('span', '', event.type, ' ', el('em', '', gist(event))), el('em', '', status));
    events.get(event.id)?.remove();
    events.set(event.id, line);
    sent.prepend(line);
    sent.children[40]?.remove();
  });

  return {
    update: safe(() => {
      const { reasons, plan: sample, until: end } = preview(), touched = navigator.userActivation?.hasBeenActive ?? true;
      const [planned, planAt = 0] = open.plan() ?? [], may = rows.some(({ trigger }) => !reasons[trigger][0]);
      until.textContent = host.lang === 'ko' ? `${clock(end)} ${w.until}` : `${w.until} ${clock(end)}`;
      for (const { trigger, status, rules, button, row } of rows) {
        const refused = reasons[trigger], own = planned || may ? pageVerdicts(trigger, open, touched) : [];
        const all: Verdict[] = [...refused.filter((rule) => !own.some((verdict) => verdict.rule === rule)).map((rule) => ({ rule, passed: false })), ...own];
        const reason = all.find(({ passed }) => !passed)?.rule;
        row.className = reason ? 't' : 't y';
        status.textContent = reason ? `✕ ${w.rule[reason] ?? reason}` : w.ready;
        rules.replaceChildren(...all.map(({ rule, passed, value }) => el('li', passed ? '' : 'n', el('b', '', w.rule[rule] ?? rule), value ? el('span', '', value) : undefined)));
        button.disabled = !sample || (trigger === 'inline' && !slot());
        button.title = !sample ? w.refused : button.disabled ? w.noSlot : '';
      }
      const features = planned?.leave && sensed?.();
      bar.hidden = table.hidden = !features;
      unscored.hidden = !!features;
      scored.textContent = '';
      if (features) {
        const leaving = score(planned!.leave!, features), limit = planned!.leave!.threshold;
        level.style.width = `${Math.round(leaving * 100)}%`;
        threshold.style.left = `${Math.round(limit * 100)}%`;
        scored.textContent = `${leaving.toFixed(2)} / ${limit}`;
        table.replaceChildren(...features.map((value, i) => el('p', '', w.features[i], el('b', '', value.toFixed(2)))));
      }
      const { known, id, consent, out } = recall(open);
      lines(plan, planned
        ? [[w.group, w.arm[planned.arm!]], [w.expires, planned.ttlMs ? seconds(planAt + planned.ttlMs - Date.now()) : w.used],
          [w.blocks, planned.page!.blocks.map(({ kind, products }) => kind + (products ? ` ${products.length}` : '')).join(', ')], ['id', planned.plan!.slice(0, 13)]]
        : [[w.plan, may ? w.noPlan : w.refused]]);
      lines(visit, [[w.stayed, seconds(open.stay())], [w.visitor, id.slice(0, 6) + '…'], [w.storage, config.storage], [w.consent, consent], [w.kept, `${out.length}`],
        ['seen', known.seen && `${known.seen.arm} ${clock(known.seen.at)}`]]);
    }),
  };
};

const begin = async (planted: Planted, config: Config): Promise<void> => {
  const token = new URL(location.href).searchParams.get(PARAMETER);
  if (!token || document.querySelector('reload-debug')) return;
  const open = await inside(planted), view = (): string => open.at()[0];
  const ask = async (): Promise<Preview | undefined> => {
    const answer = await fetch(`${config.base}/v1/preview?token=${encodeURIComponent(token)}`, { method: 'POST', body: open.asking(), credentials: 'omit' });
    return answer.ok ? answer.json() : undefined;
  };
  let asked = view(), preview = await ask();
  if (!preview) return;
  const { update } = overlay(open, () => preview!, config);
  // Goes along to the mall's other pages: the link is all there is to it, nothing is stored.
  addEventListener('click', safe((e: MouseEvent) => {
    const a = (e.target as Element).closest?.('a[href]') as HTMLAnchorElement | null;
    if (!a || a.origin !== location.origin) return;
    const to = new URL(a.href);
    to.searchParams.set(PARAMETER, token);
    a.href = to.href;
  }), true);
  update();
  setInterval(safe(() => {
    update();
    if (view() !== asked) {
      asked = view();
      ask().then((answer) => { preview = answer ?? preview; }).catch(() => undefined);
    }
  }), 250);
};

const planted = (globalThis as { __rl?: Planted }).__rl;
if (planted?.c) begin(planted, planted.c).catch(() => { /* the mall goes on without us */ });
