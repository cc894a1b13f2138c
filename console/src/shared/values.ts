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
  'naver-blog': { ko: '네이버 블로그', en: 'Naver Blog' },
  'naver-cafe': { ko: '네이버 카페', en: 'Naver Cafe' },
  'naver-shopping': { ko: '네이버 쇼핑', en: 'Naver Shopping' },
  'daum-cafe': { ko: '다음 카페', en: 'Daum Cafe' },
  tistory: { ko: '티스토리', en: 'Tistory' },
  threads: { ko: '스레드', en: 'Threads' },
  pinterest: { ko: '핀터레스트', en: 'Pinterest' },
  x: { ko: 'X', en: 'X' },
  '11st': { ko: '11번가', en: '11st' },
  coupang: { ko: '쿠팡', en: 'Coupang' },
  gmarket: { ko: 'G마켓', en: 'Gmarket' },
  auction: { ko: '옥션', en: 'Auction' },
  danawa: { ko: '다나와', en: 'Danawa' },
  musinsa: { ko: '무신사', en: 'Musinsa' },
  ably: { ko: '에이블리', en: 'Ably' },
  zigzag: { ko: '지그재그', en: 'Zigzag' },
};

/** Where the second part of a path says how people came. */
const MEDIUMS = ['organic', 'social', 'shopping', 'referral', 'cpc', 'paid', 'paid_social', 'display', 'influencer', 'email', 'message'] as const;

/** A value of a dimension in words: device, trigger, template, or a referral path such as `naver / cpc / autumn`. */
export function sayValue(value: string | null, t: Say, language: 'ko' | 'en'): string {
  if (value === null || value === '') return t('value.unknown');
  const key = `value.${value}`;
  if (isWord(key)) return t(key);
  const [source = '', medium, ...campaign] = value.split(/\s*\/\s*/);
  const known = MEDIUMS.find((one) => one === medium);
  const from = source === 'direct' ? t('value.direct') : (SOURCES[source]?.[language] ?? source);
  const how = known ? t(`value.${known}`) : medium === 'none' || medium === '(not set)' ? '' : medium;
  return [from, how, ...campaign].filter((part) => part).join(' / ');
}
