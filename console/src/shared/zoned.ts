/** A moment as the clocks of a zone show it, `2026-12-24T18:30`, or nothing where it is none. */
export function wallClock(iso: string | null, zone: string): string {
  const at = new Date(iso ?? NaN);
  if (Number.isNaN(at.getTime())) return '';
  const part = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    .formatToParts(at)
    .reduce<Record<string, string>>((all, { type, value }) => ({ ...all, [type]: value }), {});
  return `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}`;
}

/** The moment at which the clocks of a zone show this, or null where they never do. */
export function momentOf(wall: string, zone: string): string | null {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return null;
  let at = asUtc;
  // The zone's offset there, which itself may change near a clock change.
  for (let i = 0; i < 2; i++) at += asUtc - Date.parse(`${wallClock(new Date(at).toISOString(), zone)}Z`);
  return new Date(at).toISOString();
}
