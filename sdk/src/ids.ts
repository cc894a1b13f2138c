const random = (n: number): Uint8Array => crypto.getRandomValues(new Uint8Array(n));

/** A new visitor's id: 16 random bytes as base64url, 22 characters. */
export const visitorId = (bytes = random(16)): string =>
  btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').slice(0, 22);

/** A UUIDv7 (RFC 9562): 48 bits of time, then chance. */
export const eventId = (at: number, bytes = random(10)): string => {
  const time = at.toString(16).padStart(12, '0');
  const chance = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(0, 3)}-a${chance.slice(3, 6)}-${chance.slice(6, 18)}`;
};
