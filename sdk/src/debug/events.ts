import type { PageEvent } from '../contract';
import { safe } from '../safe';

/** An event on its way: `status` is the server's answer, or `beacon`, whose answer nobody hears. */
export interface Sent { event: PageEvent; status: string }

/** Hears of every beacon that leaves this page for `address`, from now on. Nothing is changed on its way. */
export const watchSent = (address: string, hear: (sent: Sent) => void): void => {
  const { fetch } = window, beacon = navigator.sendBeacon, told = safe((url: unknown, body: unknown, status: string) => {
    if (`${url}`.startsWith(address)) for (const event of (JSON.parse(body as string) as { events: PageEvent[] }).events) hear({ event, status });
  });
  window.fetch = (input, init) => {
    const answer = fetch.call(window, input, init);
    told(input, init?.body, '…');
    answer.then(({ status }) => told(input, init?.body, `${status}`), () => told(input, init?.body, '✕'));
    return answer;
  };
  navigator.sendBeacon = (url, body) => {
    told(url, body, 'beacon');
    return beacon.call(navigator, url, body);
  };
};

/** What an event says, in a few letters. */
export const gist = (event: PageEvent): string => {
  switch (event.type) {
    case 'page-viewed': return event.template ?? '';
    case 'product-viewed': return event.product.id;
    case 'cart-changed': return `${event.items.length}`;
    case 'order-placed': return event.order;
    case 'dwelled': return `${Math.round(event.visibleMs / 1000)} s`;
    case 'triggered': return event.trigger;
    case 'not-shown': return `${event.trigger} ${event.reason}`;
    case 'clicked': return `${event.block} ${event.product ?? ''}`;
    case 'dismissed': return event.how;
    default: return '';
  }
};
