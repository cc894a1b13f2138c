import { isWord, type Say } from './words';

/** Sources as Korean marketers call them; everything else is said as it came. */
const SOURCES: Record<string, { ko: string; en: string }> = {
  naver: { ko: '네이버', en: 'Naver' },
  daum: { ko: '다음', en: 'Daum' },
  kakao: { ko: '카카오', en: 'Kakao' },
  kakaotalk: { ko: '카카오톡', en: 'KakaoTalk' },
  google: { ko: '구글', en: 'Google' },
  bing: { ko: '빙', en: 'Bing' },
  instagram: { ko: '인스타그램', en: 'Instagram' },
  facebook: { ko: '페이스북', en: 'Facebook' },
  youtube: { ko: '유튜브', en: 'YouTube' },
  tiktok: { ko: '틱톡', en: 'TikTok' },
  band: { ko: '밴드', en: 'BAND' },
  zum: { ko: '줌', en: 'ZUM' },
};

/** A value of a dimension in words: device, trigger, template, or a referral path such as `naver / cpc / autumn`. */
export function sayValue(value: string | null, t: Say, language: 'ko' | 'en'): string {
  if (value === null || value === '') return t('value.unknown');
  const key = `value.${value}`;
  if (isWord(key)) return t(key);
  return value
    .split(/\s*\/\s*/)
    .map((part) => SOURCES[part.toLowerCase()]?.[language] ?? (part === 'direct' ? t('value.direct') : part === '' || part === 'none' || part === '(none)' ? '' : part))
    .filter((part) => part !== '')
    .join(' / ');
}
