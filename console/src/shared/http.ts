import * as v from 'valibot';

/** Why a call to the server did not give what was asked. A closed list: every view can say each of them in words. */
export type Problem =
  | { kind: 'unreachable' }
  | { kind: 'signed-out' }
  | { kind: 'not-allowed' }
  | { kind: 'not-found' }
  | { kind: 'too-many'; retryAfterS: number | null }
  | { kind: 'refused'; status: number; code: string; message: string; field: string | null; detail: string | null }
  | { kind: 'server-failed'; status: number }
  | { kind: 'not-understood' };

export type Answer<T> = { ok: true; data: T } | { ok: false; problem: Problem };

/** What the server says when it refuses: see contract/console-api.md. */
const Refusal = v.object({ code: v.string(), message: v.optional(v.string(), ''), field: v.optional(v.nullable(v.string()), null), detail: v.optional(v.nullable(v.string()), null) });

type Call = { method?: 'GET' | 'POST' | 'PUT' | 'DELETE'; body?: unknown; signal?: AbortSignal | undefined };

let csrf = '';
const whenSignedOut = new Set<() => void>();

/** Remembers the token that every changing request must carry. */
export function rememberCsrf(token: string): void {
  csrf = token;
}

/** Tells when any call finds that the session has ended. Returns a function that stops watching. */
export function watchSignedOut(tell: () => void): () => void {
  whenSignedOut.add(tell);
  return () => whenSignedOut.delete(tell);
}

/** Asks the server and checks the shape of what it says. Never throws, except when `signal` is aborted. */
export async function ask<T>(schema: v.GenericSchema<unknown, T>, path: string, call: Call = {}): Promise<Answer<T>> {
  const response = await send(path, call);
  if (!(response instanceof Response)) return { ok: false, problem: response };
  if (!response.ok) return { ok: false, problem: await problemOf(response) };
  const body: unknown = response.status === 204 ? null : await response.json().catch(() => undefined);
  const parsed = v.safeParse(schema, body);
  return parsed.success ? { ok: true, data: parsed.output } : { ok: false, problem: { kind: 'not-understood' } };
}

/** The schema of an answer that carries nothing. */
export const Nothing = v.any();

async function send(path: string, { method = 'GET', body, signal }: Call): Promise<Response | Problem> {
  try {
    return await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(method === 'GET' ? {} : { 'X-Reload-Csrf': csrf }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    return { kind: 'unreachable' };
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  const said = v.safeParse(Refusal, await response.json().catch(() => null));
  const { code, message, field, detail } = said.success ? said.output : { code: '', message: '', field: null, detail: null };
  switch (response.status) {
    case 401:
      if (code === 'BAD_CREDENTIALS') return { kind: 'refused', status: 401, code, message, field, detail };
      whenSignedOut.forEach((tell) => tell());
      return { kind: 'signed-out' };
    case 403:
      return { kind: 'not-allowed' };
    case 404:
      return { kind: 'not-found' };
    case 429: {
      const seconds = Number(response.headers.get('Retry-After'));
      return { kind: 'too-many', retryAfterS: seconds > 0 ? Math.ceil(seconds) : null };
    }
    default:
      return response.status >= 500
        ? { kind: 'server-failed', status: response.status }
        : { kind: 'refused', status: response.status, code, message, field, detail };
  }
}
