/**
 * Runs in the preview's window: the page script itself draws the reload page there, so that what the marketer sees is what a shopper gets.
 * Built as a file of its own.
 */
import type { Plan, Trigger } from '../../../../../sdk/src/contract';
import { show, type TakeAway } from '../../../../../sdk/src/render';
import type { DrawReloadPage } from './plan';

let away: TakeAway | null = null;

// It is drawn anew at each key pressed: without sliding in, without taking the focus, and where the marketer had
// scrolled to.
const replace = CSSStyleSheet.prototype.replaceSync;
CSSStyleSheet.prototype.replaceSync = function (css) {
  replace.call(this, `${css}dialog{animation:none!important}`);
};
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) {
  return attach.call(this, { ...init, mode: 'open' });
};
// An opening dialog takes the focus, even out of the field that is being typed in; an inert one does not.
const open = HTMLDialogElement.prototype.showModal;
HTMLDialogElement.prototype.showModal = function () {
  this.inert = true;
  open.call(this);
  this.inert = false;
};
const scrolled = (): Element | null => document.querySelector('reload-page')?.shadowRoot?.querySelector('main') ?? null;

const draw: DrawReloadPage = (plan, trigger) => {
  const [top, left] = [scrolled()?.scrollTop ?? 0, scrolled()?.scrollLeft ?? 0];
  away?.();
  const again = (): void => void setTimeout(() => draw(plan, trigger), 500);
  const slot = document.querySelector('[data-reload-slot]') ?? undefined;
  const stays = (plan as Plan).triggers[trigger as Trigger].presentation === 'inline' ? slot : undefined;
  away = show(plan as Plan, (what) => what.type === 'dismissed' && again(), trigger as Trigger, trigger === 'back-hold' && (() => undefined), stays);
  scrolled()?.scrollTo({ top, left, behavior: 'instant' });
};

// A good leads nowhere here.
addEventListener('click', (event) => event.composedPath().some((part) => part instanceof HTMLAnchorElement) && event.preventDefault(), true);

(window as unknown as { drawReloadPage: DrawReloadPage }).drawReloadPage = draw;
parent.dispatchEvent(new CustomEvent('reload-preview-ready'));
