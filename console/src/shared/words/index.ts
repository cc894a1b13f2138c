import i18next from 'i18next';
import { useMemo, useSyncExternalStore } from 'react';
import type { Language } from '../format';
import { en } from './en';
import { ko } from './ko';

/** What can be said: every key exists in both languages (a test keeps it so). */
export type Word = keyof typeof ko;
export type Say = (word: Word, values?: Record<string, string | number>) => string;

const REMEMBERED = 'reload-language';

export function isWord(key: string): key is Word {
  return Object.hasOwn(ko, key);
}

/** The language chosen here before, else the browser's, else Korean. */
function firstLanguage(): Language {
  try {
    const kept = localStorage.getItem(REMEMBERED);
    if (kept === 'ko' || kept === 'en') return kept;
  } catch {
    // storage may be switched off: the browser's language will do
  }
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'ko';
}

export async function startWords(): Promise<void> {
  await i18next.init({
    lng: firstLanguage(),
    fallbackLng: 'ko',
    resources: { ko: { translation: ko }, en: { translation: en } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = i18next.language;
}

export function speak(language: Language): void {
  try {
    localStorage.setItem(REMEMBERED, language);
  } catch {
    // it then lasts until the page is closed
  }
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}

function watch(tell: () => void): () => void {
  i18next.on('languageChanged', tell);
  return () => i18next.off('languageChanged', tell);
}

export function useWords(): { t: Say; language: Language } {
  const language = useSyncExternalStore(watch, () => (i18next.language === 'en' ? 'en' : 'ko')) as Language;
  return useMemo(() => ({ language, t: (word, values) => i18next.t(word, { ...values, lng: language }) }), [language]);
}
