/** Goods for the preview, drawn for this project: flat garments on tinted grounds. */
export type Sample = { id: string; name: { ko: string; en: string }; price: number; sale?: number; soldOut?: boolean; ground: string; cloth: string; shape: keyof typeof SHAPES };

const SHAPES = {
  shirt: 'M74 66 100 54c6 10 34 10 40 0l26 12 22 44-24 12-8-14v102H84V108l-8 14-24-12ZM120 62v148',
  trousers: 'M84 56h72l12 158h-36l-12-104-12 104H72ZM84 72h72',
  knit: 'M78 72 102 58c8 8 28 8 36 0l24 14 26 66-22 8-12-30v92H86v-92l-12 30-22-8ZM86 196h68M86 204h68',
  dress: 'M96 56 108 50c6 8 18 8 24 0l12 6 4 44 26 112H66l26-112ZM92 104h56',
  coat: 'M76 66 104 52l16 18 16-18 28 14 22 62-22 8-8-18v98H84v-98l-8 18-22-8ZM120 70v146',
  bag: 'M72 104h96l10 104H62ZM94 104c0-52 52-52 52 0',
  scarf: 'M84 60c24 16 48 16 72 0l8 20-28 16 12 116h-28l-8-84-8 84H76l12-116-16-16Z',
} as const;

export const SAMPLES: readonly Sample[] = [
  { id: 'linen', name: { ko: '워시드 린넨 셔츠', en: 'Washed linen shirt' }, price: 59000, sale: 47200, ground: '#e9e4da', cloth: '#f8f5ee', shape: 'shirt' },
  { id: 'denim', name: { ko: '와이드 셀비지 데님', en: 'Wide selvedge denim' }, price: 89000, ground: '#dfe6ec', cloth: '#5f7d9a', shape: 'trousers' },
  { id: 'cardigan', name: { ko: '코튼 립 가디건', en: 'Ribbed cotton cardigan' }, price: 72000, sale: 57600, ground: '#ece2dd', cloth: '#b98572', shape: 'knit' },
  { id: 'dress', name: { ko: '새틴 슬립 원피스', en: 'Satin slip dress' }, price: 98000, ground: '#e2e8e1', cloth: '#7f9a83', shape: 'dress' },
  { id: 'coat', name: { ko: '핸드메이드 하프 코트', en: 'Hand-sewn half coat' }, price: 248000, ground: '#e6e3e8', cloth: '#8a8494', shape: 'coat' },
  { id: 'bag', name: { ko: '소프트 버킷 백', en: 'Soft bucket bag' }, price: 118000, soldOut: true, ground: '#efe6d3', cloth: '#a9793f', shape: 'bag' },
  { id: 'scarf', name: { ko: '울 캐시미어 머플러', en: 'Wool-cashmere scarf' }, price: 64000, sale: 51200, ground: '#e1e6e8', cloth: '#46606b', shape: 'scarf' },
  { id: 'chino', name: { ko: '크롭 치노 팬츠', en: 'Cropped chinos' }, price: 66000, ground: '#ebe7dc', cloth: '#b6a47c', shape: 'trousers' },
  { id: 'knit', name: { ko: '램스울 라운드 니트', en: 'Lambswool crew knit' }, price: 79000, ground: '#e8dfe0', cloth: '#8c4a52', shape: 'knit' },
  { id: 'oxford', name: { ko: '옥스퍼드 셔츠', en: 'Oxford shirt' }, price: 62000, ground: '#dde5ea', cloth: '#b9cddb', shape: 'shirt' },
  { id: 'trench', name: { ko: '라이트 트렌치 코트', en: 'Light trench coat' }, price: 189000, sale: 151200, ground: '#ece6da', cloth: '#cdb68c', shape: 'coat' },
  { id: 'tiered', name: { ko: '티어드 롱 원피스', en: 'Tiered long dress' }, price: 84000, ground: '#e5e3ec', cloth: '#6a6f96', shape: 'dress' },
];

/** The picture as an address that needs no request. */
export function pictureOf({ ground, cloth, shape }: Sample): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 270"><rect width="240" height="270" fill="${ground}"/><ellipse cx="120" cy="230" rx="66" ry="7" fill="#000" opacity=".07"/><path d="${SHAPES[shape]}" fill="${cloth}" stroke="#000" stroke-opacity=".16" stroke-width="1.5" stroke-linejoin="round"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
