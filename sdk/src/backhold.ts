import { nav } from './navigation';

/** The mark of our entry in its state: the address it was put on, since routers copy state to other entries. */
const MARK = '__rl';

/** The address of our entry where we are on it. */
const ours = (): string | undefined => (history.state?.[MARK] === location.href ? location.href : undefined);

/**
 * The Back hold, the only file that touches the browser's list of visited pages. One entry of the same address is put on top of the landing
 * entry, behind a tap or a key press; Back then stays in the document and we may show a page, once. Whatever happens, the next Back leaves:
 * nothing is ever put on top again. Each rule was measured in three engines.
 *
 * @param mayHold whether Back may be held here and now
 * @param left the shopper has pressed Back; answers whether there is a page to stay for
 */
export const holdBack = (mayHold: () => boolean, left: () => boolean | undefined) => {
  // After a reload the entry below is still ours.
  let armed = ours(), moves = 0;
  nav?.addEventListener('currententrychange', (e) => {
    moves++;
    if (e.navigationType !== 'traverse') armed = ours();
  });
  return {
    /** Whether Back is held now. */
    armed: (): boolean => !!armed,
    /** How often we have moved; without the Navigation API, how many entries there are. A change says that we are elsewhere. */
    where: (): number => (nav ? moves : history.length),
    /** Holds Back from now on, if it may be held. */
    hold: (): void => {
      if (armed || !mayHold()) return;
      armed = location.href;
      history.pushState({ ...history.state, [MARK]: armed }, '');
    },
    /** Takes a popstate; true if it was ours, and the mall must not hear of it. */
    popped: (event: Event): boolean => {
      const from = armed;
      armed = ours();
      // From our entry to the one below, not on to another.
      if (armed || from !== location.href) return false;
      event.stopImmediatePropagation();
      if (!left()) history.back();
      return true;
    },
    leave: (): void => history.back(),
  };
};
