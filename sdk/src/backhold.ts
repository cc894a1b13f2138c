import type { Reason } from './contract';

/**
 * The Back hold, the only file that touches the browser's list of visited pages. One entry of the same address is put on top of the landing
 * entry, inside a tap or a key press; Back then stays in the document and we may show a page, once. Whatever happens, the next Back leaves:
 * nothing is ever put on top again. Measured in three engines; see the guide.
 */
export interface Hold {
  /** The shopper has tapped or typed: in the next task, if that led nowhere, Back may be held. */
  tapped(): void;
  /** Whether Back is held now. */
  armed(): boolean;
  /** Takes a popstate; true if it was ours, and the mall must not hear of it. */
  popped(event: PopStateEvent): boolean;
  leave(): void;
}

/** The mark of our entry in its state: the address it was put on, since routers copy state to other entries. */
const MARK = '__rl';

export const holdBack = (page: {
  /** Why Back may not be held here and now, or undefined. */
  refusal(): Reason | undefined;
  /** The way somewhere else has begun. */
  leading(): boolean;
  /** The shopper has pressed Back. Returns true if there is a page to stay for. */
  left(): boolean;
}): Hold => {
  const isOurs = (): boolean => history.state?.[MARK] === location.href;
  const where = (): unknown => window.navigation?.currentEntry?.key ?? history.length + location.href;
  const began = where();
  // After a reload the entry below is still ours.
  let armed = isOurs();
  window.navigation?.addEventListener('currententrychange', (e) => { if (e.navigationType !== 'traverse') armed = isOurs(); });
  return {
    tapped: () => {
      const before = where();
      setTimeout(() => {
        // Without the Navigation API an entry's place in the list is unknown: the document must not have moved at all.
        if (armed || before !== where() || (!window.navigation && before !== began) || page.leading() || page.refusal()) return;
        history.pushState({ ...history.state, [MARK]: location.href }, '');
        armed = true;
      });
    },
    armed: () => armed,
    popped: (event) => {
      const from = armed;
      armed = isOurs();
      if (!from || armed) return false;
      event.stopImmediatePropagation();
      if (!page.left()) history.back();
      return true;
    },
    leave: () => history.back(),
  };
};
