import type { Reason, Trigger } from '../contract';

/** What the overlay says, in the language of who looks at it. */
export interface Words {
  title: string; until: string; close: string; fold: string; triggers: string; show: string; noSlot: string; ready: string; score: string; noScore: string;
  plan: string; noPlan: string; refused: string; used: string; group: string; arm: Record<'shown' | 'held-out', string>; expires: string; blocks: string; visit: string; stayed: string; visitor: string;
  storage: string; consent: string; events: string; noEvents: string; kept: string; yours: string;
  trigger: Record<Trigger, string>; rule: Partial<Record<Reason, string>>; features: string[];
}

const ko: Words = {
  title: '리로드 들여다보기', until: '까지', close: '닫기', fold: '접기', triggers: '이탈 신호', show: '보여 주기', noSlot: '이 페이지에 넣을 자리가 없어요',
  ready: '지금 보여 줄 수 있음', score: '이탈 점수', noScore: '이 페이지에서는 재지 않아요.', plan: '계획', noPlan: '아직 받지 않았어요.', refused: '이 페이지에서는 보여 줄 것이 없어요.', used: '썼음', group: '방문자',
  arm: { shown: '보여 주는 방문자', 'held-out': '비교군' }, expires: '남은 시간', blocks: '블록', visit: '방문', stayed: '머문 시간', visitor: '번호', storage: '기억', consent: '동의',
  events: '보낸 것', noEvents: '아직 보낸 것이 없어요.', kept: '아직 보내지 않음', yours: '“보여 주기”로 본 것은 세지 않아요.',
  trigger: {
    'back-hold': '뒤로가기 잡기', 'back-landing': '돌아온 페이지에 보여 주기', 'leave-signal': '떠날 기미', return: '다시 왔을 때', link: '직접 열기', inline: '페이지 안 자리',
  },
  rule: {
    MALL_NOT_LIVE: '몰이 켜져 있음', NO_CONSENT: '동의가 있거나 필요 없음', BOT: '프로그램이 아님', NO_STORAGE: '기억할 곳이 있음', IN_FRAME: '다른 페이지 안이 아님',
    TRIGGER_OFF: '신호를 켜 둠', PAGE_EXCLUDED: '보여 주기로 한 종류의 페이지', SEARCH_ENGINE: '검색에서 오지 않음', UNKNOWN_REFERRER: '온 곳을 앎',
    NOT_LANDING_ENTRY: '처음 들어온 페이지', STRICT_BUNDLE: '뒤로가기를 잡는 스크립트', ALREADY_SEEN: '아직 본 적 없음', ALREADY_HELD_OUT: '비교군이었던 적 없음',
    SNOOZED: '보지 않겠다고 하지 않음', NOTHING_TO_SHOW: '보여 줄 것이 있음', NO_PLAN: '계획을 받음', PLAN_EXPIRED: '계획이 오래되지 않음',
    STAYED_TOO_LONG: '머문 시간이 한도 안', TOO_EARLY: '너무 이르지 않음', NO_ACTIVATION: '화면을 누름',
  },
  features: ['위로 튕김', '읽은 깊이', '머문 시간', '멈춤', '망설임', '가려짐', '위로 나감', '터치 기기', '본 페이지', '본 상품', '장바구니', '위치'],
};

const en: Words = {
  title: 'Reload inside', until: 'until', close: 'Close', fold: 'Fold', triggers: 'Triggers', show: 'Show me', noSlot: 'This page has no slot for it', ready: 'would be shown now',
  score: 'Leave score', noScore: 'Not measured on this page.', plan: 'Plan', noPlan: 'Not here yet.', refused: 'Nothing may be shown on this page.', used: 'used', group: 'visitor is', arm: { shown: 'shown', 'held-out': 'hold-out' }, expires: 'expires in',
  blocks: 'blocks', visit: 'Session', stayed: 'stayed', visitor: 'number', storage: 'memory', consent: 'consent', events: 'Sent', noEvents: 'Nothing yet.',
  kept: 'not sent yet', yours: 'What “Show me” shows is not counted.',
  trigger: {
    'back-hold': 'Back hold', 'back-landing': 'Back landing', 'leave-signal': 'Leave signal', return: 'Return', link: 'Opened by the shopper', inline: 'Slot in the page',
  },
  rule: {
    MALL_NOT_LIVE: 'Mall is live', NO_CONSENT: 'Consent given or not needed', BOT: 'Not a program', NO_STORAGE: 'Somewhere to remember', IN_FRAME: 'Not inside a frame',
    TRIGGER_OFF: 'Trigger is on', PAGE_EXCLUDED: 'A kind of page that shows it', SEARCH_ENGINE: 'Not from a search engine', UNKNOWN_REFERRER: 'Source is known',
    NOT_LANDING_ENTRY: 'The page the visit landed on', STRICT_BUNDLE: 'Script that can hold Back', ALREADY_SEEN: 'Not seen before', ALREADY_HELD_OUT: 'Not held out before',
    SNOOZED: 'Not asked to stay away', NOTHING_TO_SHOW: 'Something to show', NO_PLAN: 'Plan has arrived', PLAN_EXPIRED: 'Plan is fresh',
    STAYED_TOO_LONG: 'Stayed within the limit', TOO_EARLY: 'Not too early', NO_ACTIVATION: 'Page was touched',
  },
  features: ['fling', 'depth', 'dwell', 'idle', 'hesitation', 'hidden', 'top exit', 'touch', 'pages', 'products', 'cart', 'position'],
};

export const words = (language: string): Words => (/^ko/.test(language) ? ko : en);
