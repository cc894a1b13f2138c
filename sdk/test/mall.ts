// For what is tested without a browser: the page of a Korean mall, as the stub and the loader leave it.
(globalThis as unknown as { window: object }).window = { __rl: { c: { currency: 'KRW', minors: 1 } } };
