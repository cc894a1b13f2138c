import { useSyncExternalStore } from 'react';
import * as v from 'valibot';
import { ask, Nothing, rememberCsrf, watchSignedOut, type Answer, type Problem } from '../../shared/http';
import type { Language } from '../../shared/format';
import { forgetEverything } from '../../shared/remote';
import { speak } from '../../shared/words';
import { keepLocale } from './locale';

const Account = v.object({
  account: v.object({ email: v.string(), name: v.string(), locale: v.string(), operator: v.boolean() }),
  malls: v.array(
    v.object({
      key: v.string(),
      name: v.string(),
      role: v.picklist(['owner', 'marketer', 'agent', 'viewer']),
      simulated: v.boolean(),
      currency: v.string(),
      zone: v.string(),
    }),
  ),
  csrf: v.string(),
  demo: v.optional(v.nullable(v.object({ mallUrl: v.string(), feedUrl: v.string(), searchUrl: v.string() })), null),
});

export type Account = v.InferOutput<typeof Account>;

/** Who is signed in. `ended` says that a session was there and is over. */
export type SignedIn = { status: 'loading' } | { status: 'failed'; problem: Problem } | { status: 'out'; ended: boolean } | { status: 'in'; account: Account };

let state: SignedIn = { status: 'loading' };
const watchers = new Set<() => void>();

function become(next: SignedIn): void {
  state = next;
  watchers.forEach((tell) => tell());
}

/** The language chosen on the sign-in screen: it then counts more than the one remembered. */
let chosen: Language | null = null;

export function chooseLanguage(language: Language): void {
  speak(language);
  if (state.status === 'in') keepLocale(language);
  else chosen = language;
}

function enter(account: Account): void {
  rememberCsrf(account.csrf);
  const { locale } = account.account;
  if (chosen) keepLocale(chosen);
  else if (locale === 'ko' || locale === 'en') speak(locale);
  chosen = null;
  become({ status: 'in', account });
}

watchSignedOut(() => {
  const wasIn = state.status === 'in';
  forgetEverything();
  become({ status: 'out', ended: wasIn });
});

export async function findWhoIsSignedIn(): Promise<void> {
  const answer = await ask(Account, '/api/me');
  if (answer.ok) enter(answer.data);
  else if (answer.problem.kind !== 'signed-out') become({ status: 'failed', problem: answer.problem });
}

export async function signIn(email: string, password: string): Promise<Answer<Account>> {
  const answer = await ask(Account, '/api/sign-in', { method: 'POST', body: { email, password } });
  if (answer.ok) enter(answer.data);
  return answer;
}

export async function signOut(): Promise<void> {
  await ask(Nothing, '/api/sign-out', { method: 'POST' });
  forgetEverything();
  become({ status: 'out', ended: false });
}

export function useSignedIn(): SignedIn {
  return useSyncExternalStore(
    (tell) => {
      watchers.add(tell);
      return () => watchers.delete(tell);
    },
    () => state,
  );
}
