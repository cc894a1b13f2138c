import { nav } from './navigation';

/** The mark of our entry in its state: the address it was put on, since routers copy state to other entries. */
const MARK = '__rl';

/** This long after it, a tap has been answered by a paint. */
const PAINTED = 50;

/** The address of our entry where we are on it. */
const ours = (): string | undefined => (history.state?.[MARK] === location.href ? location.href : undefined);

/** The entry we are on; without the Navigation API, how many there are: a change says that we have moved. */
const where = (): unknown => nav?.currentEntry!.key ?? history.length;

/**
 * The Back hold, the only file that touches the browser's list of visited pages. One entry of the same address is put on top of the landing
 * entry, inside a tap or a key press; Back then stays in the document and we may show a page, once. Whatever happens, the next Back leaves:
 * nothing is ever put on top again. Each rule was measured in three engines.
 *
 * @param mayHold whether Back may be held here and now
 * @param left the shopper has pressed Back; answers whether there is a page to stay for
 */
export const holdBack = (mayHold: () => boolean, left: () => boolean | undefined) => {
  // After a reload the entry below is still ours.
  let armed = ours();
  nav?.addEventListener('currententrychange', (e) => { if (e.navigationType !== 'traverse') armed = ours(); });
  return {
    /** Whether Back is held now. */
    armed: (): boolean => !!armed,
    /**
     * The shopper has tapped or typed, now or a moment ago: if that has led nowhere once it was answered by a paint, which is not to wait for
     * us, Back may be held. Whoever presses Back before that leaves. Answers whether it was a tap or a key that counts.
     */
    tapped: (e: Partial<MouseEvent & KeyboardEvent>): unknown => {
      if (e.button || e.altKey || e.ctrlKey || e.metaKey || e.key === 'Escape') return;
      const before = where();
      return setTimeout(() => {
        if (armed || before !== where() || !mayHold()) return;
        armed = location.href;
        history.pushState({ ...history.state, [MARK]: armed }, '');
      }, PAINTED);
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
