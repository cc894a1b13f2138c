import { ask, Nothing } from '../../shared/http';
import type { Language } from '../../shared/format';

/** Remembers the person's language on the server. The screen has already changed; a failure only means it is asked for again elsewhere. */
export function keepLocale(locale: Language): void {
  void ask(Nothing, '/api/me/locale', { method: 'PUT', body: { locale } });
}
