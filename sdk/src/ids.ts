/** A new visitor's id: 16 random bytes as base64url, 22 characters (`-` is never used: 127 of 128 bits of chance are left). */
export const visitorId = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16)))).replace(/\W/g, '_').slice(0, 22);

/** A UUIDv7 (RFC 9562) of the years 2004 to 2527: 48 bits of time, then chance. It tells events apart and opens nothing: it need not be hard to guess. */
export const eventId = (at: number): string =>
  ('0' + at.toString(16) + '-7xxx-axxx-xxxxxxxxxxxx').replace(/.{8}/, '$&-').replace(/x/g, () => (Math.random() * 16 | 0).toString(16));
