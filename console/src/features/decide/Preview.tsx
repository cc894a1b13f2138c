import { SegmentedControl } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { contrast, inkOn, readable } from './colour';
import { percentOff, spoken } from './sdkMoney';
import { css } from './sdkStyle';
import { Icon } from '../../shared/ui/Icon';
import { useWords } from '../../shared/words';
import styles from './decide.module.css';
import { pictureOf, SAMPLES, type Sample } from './sample';
import { OWN_WORDS, type Settings, type WordKey } from './settings';

type Language = 'ko' | 'en';

/** The reload page as a phone shows it: the same style sheet and colour rules as the script in the mall's page, on sample goods. */
export function Preview({ settings, language, onLanguage }: { settings: Settings; language: Language; onLanguage: (language: Language) => void }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="preview">
      <div className={styles['previewHead']}>
        <h2 id="preview">{t('preview.title')}</h2>
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
      <div className={styles['phone']}>
        <div className={styles['screen']}>
          <Screen title={t('preview.frame')}>
            <ReloadPage page={settings.page} language={language} banner={t('preview.banner')} />
          </Screen>
        </div>
      </div>
      <p className={styles['previewNote']}>{settings.live ? t('preview.sample') : t('preview.off')}</p>
    </section>
  );
}

/** A window of a phone's size, so that the page's own media queries see a phone. */
function Screen({ title, children }: { title: string; children: ReactNode }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [body, setBody] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const inside = frame.current?.contentDocument;
    if (!inside) return;
    const sheet = inside.createElement('style');
    sheet.textContent = `html{color-scheme:light}body{margin:0}${css}@media(prefers-reduced-motion:no-preference){dialog[open]{animation:none}}`;
    inside.head.replaceChildren(sheet);
    setBody(inside.body);
  }, []);
  return (
    <>
      <iframe ref={frame} title={title} tabIndex={-1} />
      {body && createPortal(children, body)}
    </>
  );
}

function ReloadPage({ page, language, banner }: { page: Settings['page']; language: Language; banner: string }) {
  const { theme, blocks } = page;
  const say = (key: WordKey): string => page.words[language][key]?.trim() || OWN_WORDS[language][key];
  const sound = (color: string, instead: string): string => (/^#[0-9a-f]{6}$/i.test(color) ? color : instead);
  const [accent, background, text] = [sound(theme.accent, '#0f766e'), sound(theme.background, '#ffffff'), sound(theme.text, '#1a1a1a')];
  const look = {
    '--a': accent,
    '--i': inkOn(accent),
    '--l': readable(accent, background),
    '--b': background,
    '--t': readable(text, background),
    '--r': `${Math.min(32, Math.max(0, theme.radius || 0))}px`,
    '--f': theme.font || "Pretendard, 'Apple SD Gothic Neo', 'Noto Sans CJK KR', sans-serif",
  } as React.CSSProperties;
  let used = 1;
  const draw = (n: number): Sample[] => Array.from({ length: Math.max(0, n) }, () => SAMPLES[used++ % SAMPLES.length] as Sample);
  return (
    <dialog open style={look} lang={language} aria-label={say('title')}>
      <header>
        {theme.logo && <img src={theme.logo} alt="" />}
        <h1>{say('title')}</h1>
      </header>
      <main>
        {blocks
          .filter((block) => block.on)
          .map((block) => {
            switch (block.kind) {
              case 'product-again':
                return <Goods key={block.kind} title={say('productAgain')} page={say('title')} goods={[SAMPLES[0] as Sample]} wide language={language} soldOut={say('soldOut')} />;
              case 'goes-with':
                return <Goods key={block.kind} title={say('goesWith')} page={say('title')} goods={draw(Math.min(12, block.size))} language={language} soldOut={say('soldOut')} />;
              case 'popular':
                return <Goods key={block.kind} title={say('popular')} page={say('title')} goods={draw(Math.min(12, block.size))} language={language} soldOut={say('soldOut')} />;
              case 'banner':
                return (
                  <section key={block.kind}>
                    <a className="k">
                      {block.image && <img src={block.image} alt="" />}
                      {(block.text || !block.image) && <b>{block.text || banner}</b>}
                    </a>
                  </section>
                );
            }
          })}
      </main>
      <footer>
        <button type="button" tabIndex={-1}>{say('leave')}</button>
        <button type="button" tabIndex={-1} className="y">{say('stay')}</button>
        <button type="button" tabIndex={-1} className="z">{say('snooze')}</button>
      </footer>
    </dialog>
  );
}

function Goods({ title, page, goods, wide = false, language, soldOut }: { title: string; page: string; goods: Sample[]; wide?: boolean; language: Language; soldOut: string }) {
  if (goods.length === 0) return null;
  return (
    <section>
      {title !== page && <h2>{title}</h2>}
      <div className={goods.length > 1 ? 'g' : ''}>
        {goods.map((good, i) => {
          const off = percentOff(good.price, good.sale);
          return (
            <a key={i} className={[wide ? 'w' : '', good.soldOut ? 'x' : ''].join(' ').trim()}>
              <span className="p">
                <img src={pictureOf(good)} alt="" />
                {good.soldOut && <i>{soldOut}</i>}
              </span>
              <span className="n">{good.name[language]}</span>
              <span className="c">
                {off > 0 && <b className="o">{off}%</b>}
                <b>{spoken(good.sale ?? good.price, 'KRW', language)}</b>
                {off > 0 && <s>{spoken(good.price, 'KRW', language)}</s>}
              </span>
            </a>
          );
        })}
      </div>
    </section>
  );
}

/** What the script will change so that the page can be read, said beside the colours. */
export function ContrastNote({ theme }: { theme: Settings['page']['theme'] }) {
  const { t } = useWords();
  const color = /^#[0-9a-f]{6}$/;
  if (!color.test(theme.text) || !color.test(theme.background)) return null;
  const ratio = contrast(theme.text, theme.background);
  if (ratio >= 4.5) return null;
  return (
    <p className={`${styles['note']} ${styles['span']}`} role="status">
      <Icon name="info" size={16} />
      {t('look.contrast', { ratio: ratio.toFixed(1), color: readable(theme.text, theme.background) })}
    </p>
  );
}
