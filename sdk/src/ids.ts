const random = (n: number): Uint8Array => crypto.getRandomValues(new Uint8Array(n));

/** A new visitor's id: 16 random bytes as base64url, 22 characters (`-` is never used: 127 of 128 bits of chance are left). */
export const visitorId = (bytes = random(16)): string =>
  btoa(String.fromCharCode(...bytes)).replace(/\W/g, '_').slice(0, 22);

/** A UUIDv7 (RFC 9562): 48 bits of time, then chance. */
export const eventId = (at: number): string =>
  (at.toString(16).padStart(12, '0') + '-7xxx-axxx-xxxxxxxxxxxx').replace(/.{8}/, '$&-').replace(/x/g, () => (random(1)[0]! & 15).toString(16));
