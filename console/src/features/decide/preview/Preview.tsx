import { NativeSelect, SegmentedControl } from '@mantine/core';
import regular from 'pretendard/dist/web/static/woff2-subset/Pretendard-Regular.subset.woff2?url';
import semibold from 'pretendard/dist/web/static/woff2-subset/Pretendard-SemiBold.subset.woff2?url';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../shared/words';
import styles from '../decide.module.css';
import { pictureOf, SAMPLES } from '../sample';
import { TRIGGER_KEYS, TRIGGERS, type Settings, type TriggerKey } from '../settings';
// Bundled as a worker is, for it is a script of its own; it is no worker.
import inside from './inside?worker&url';
import { nameOf, planOf, type DrawReloadPage } from './plan';

type Language = 'ko' | 'en';

/**
 * The reload page as a phone shows it, drawn by the page script itself on sample goods. `page` is the name of a further page; null
 * for the first.
 */
export function Preview({ settings, page, language, onLanguage }: { settings: Settings; page: string | null; language: Language; onLanguage: (language: Language) => void }) {
  const { t } = useWords();
  const [trigger, setTrigger] = useState<TriggerKey>(() => (settings.triggers.backHold.on ? 'backHold' : 'backLanding'));
  return (
    <section aria-labelledby="preview" className={styles['preview']}>
      <div className={styles['previewHead']}>
        <h2 id="preview">
          {t('preview.title')}
          {page !== null && <span className={styles['previewPage']}>{page}</span>}
        </h2>
        <SegmentedControl
          size="xs"
          aria-label={t('preview.language')}
          value={language}
          onChange={(value) => onLanguage(value as Language)}
          data={[
            { value: 'ko', label: t('words.ko') },
            { value: 'en', label: t('words.en') },
          ]}
        />
      </div>
      <NativeSelect
        size="xs"
        mb={16}
        aria-label={t('preview.form')}
        value={trigger}
        data={TRIGGER_KEYS.map((key) => ({ value: key, label: `${t(`value.${TRIGGERS[key].name}`)} · ${t(`presentation.${settings.triggers[key].presentation}`)}` }))}
        onChange={({ currentTarget: { value } }) => setTrigger(value as TriggerKey)}
      />
      <div className={styles['phone']}>
        <div className={styles['screen']}>
          <Screen title={t('preview.frame')} plan={planOf(settings, language, t('preview.banner'))} trigger={nameOf(trigger)} />
        </div>
      </div>
      <p className={styles['previewNote']}>{settings.live && settings.triggers[trigger].on ? t('preview.sample') : t('preview.off')}</p>
    </section>
  );
}

type Inside = Window & { __rl?: unknown; drawReloadPage?: DrawReloadPage };

/** A window of a phone's size, so that the page's own media queries see a phone. */
function Screen({ title, plan, trigger }: { title: string; plan: unknown; trigger: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(false);

  useEffect(() => {
    const window_ = frame.current?.contentWindow as Inside | null | undefined;
    const document_ = frame.current?.contentDocument;
    if (!window_ || !document_) return;
    const tell = (): void => setReady(true);
    window.addEventListener('reload-preview-ready', tell);
    // What the mall's page would have said to the script; all it would load is told to be itself.
    window_.__rl = { q: [], t: 0, c: { key: 'preview', base: `${new URL(inside, location.href).href}#`, bundle: 'hold', strict: '', hold: '', consentRequired: false, locale: 'ko', currency: 'KRW' } };
    document_.body.replaceChildren(...mallPage(document_));
    const looks = document_.createElement('style');
    looks.textContent = MALL_LOOKS;
    const script = document_.createElement('script');
    script.type = 'module';
    script.src = inside;
    document_.head.replaceChildren(looks, script);
    return () => window.removeEventListener('reload-preview-ready', tell);
  }, []);

  const drawn = JSON.stringify([plan, trigger]);
  useEffect(() => {
    const draw = (frame.current?.contentWindow as Inside | null)?.drawReloadPage;
    if (!ready || !draw) return;
    const [now, by] = JSON.parse(drawn) as [unknown, string];
    draw(now, by);
  }, [drawn, ready]);

  return <iframe ref={frame} title={title} tabIndex={-1} />;
}

const MALL_LOOKS = `
@font-face{font-family:Pretendard;font-weight:400;src:url('${regular}') format('woff2')}
@font-face{font-family:Pretendard;font-weight:600 700;src:url('${semibold}') format('woff2')}
html{color-scheme:light}
body{margin:0;background:#fff;font-family:Pretendard,'Apple SD Gothic Neo','Noto Sans CJK KR',sans-serif}
.bar{height:52px;border-bottom:1px solid #eee}
.slot{padding:0 20px}
.goods{display:grid;grid-template-columns:1fr 1fr;gap:20px 12px;padding:16px 20px}
.goods img{display:block;width:100%;aspect-ratio:4/5;object-fit:cover;border-radius:4px}
.goods i{display:block;height:10px;margin-top:10px;border-radius:3px;background:#eee}
.goods i+i{width:56%}
`;

/** A page of some mall, with a slot for what stands in the page. */
function mallPage(inside: Document): HTMLElement[] {
  const make = (tag: string, name: string, ...parts: HTMLElement[]): HTMLElement => {
    const element = inside.createElement(tag);
    element.className = name;
    element.append(...parts);
    return element;
  };
  const goods = SAMPLES.slice(6, 10).map((sample) => {
    const image = inside.createElement('img');
    image.src = pictureOf(sample);
    image.alt = '';
    return make('div', '', image, make('i', ''), make('i', ''));
  });
  const slot = make('div', 'slot');
  slot.dataset['reloadSlot'] = '';
  return [make('div', 'bar'), slot, make('div', 'goods', ...goods)];
}
