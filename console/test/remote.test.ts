import { describe, expect, test } from 'vitest';
import type { Problem } from '../src/shared/http';
import { mapRemote, settle } from '../src/shared/remote';

const retry = (): void => {};
const known = { data: 1, at: 100 };
const failed = (problem: Problem) => ({ ok: false, problem }) as const;

describe('what a view knows', () => {
  test('is loading until the first answer', () => {
    expect(settle(null, null, 0, retry)).toEqual({ status: 'loading' });
  });
  test('is at once the last answer where there was one', () => {
    expect(settle(known, null, 0, retry)).toMatchObject({ status: 'ready', data: 1, at: 100, behind: null });
  });
  test('is ready with a good answer', () => {
    expect(settle(known, { ok: true, data: 2 }, 200, retry)).toMatchObject({ status: 'ready', data: 2, at: 200, behind: null });
  });
  test('has failed where nothing was known', () => {
    expect(settle(null, failed({ kind: 'unreachable' }), 200, retry)).toMatchObject({ status: 'failed', problem: { kind: 'unreachable' } });
  });
  test('keeps ready data through a refresh that failed, and says so', () => {
    for (const problem of [{ kind: 'unreachable' }, { kind: 'server-failed', status: 503 }, { kind: 'too-many', retryAfterS: 3 }] as const) {
      expect(settle(known, failed(problem), 200, retry)).toMatchObject({ status: 'ready', data: 1, at: 100, behind: problem });
    }
  });
  test('is taken away where it may no longer be seen', () => {
    expect(settle(known, failed({ kind: 'not-allowed' }), 200, retry)).toMatchObject({ status: 'failed' });
    expect(settle(known, failed({ kind: 'not-found' }), 200, retry)).toMatchObject({ status: 'failed' });
  });
});

test('ready data is mapped and other states are left alone', () => {
  expect(mapRemote(settle<number>(known, null, 0, retry), (n) => n + 1)).toMatchObject({ data: 2 });
  expect(mapRemote<number, number>({ status: 'loading' }, (n) => n + 1)).toEqual({ status: 'loading' });
});
