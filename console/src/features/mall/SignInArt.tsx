/** An interval that narrows day by day until it no longer holds zero: what this product promises to show. */
export function SignInArt() {
  const days = Array.from({ length: 26 }, (_, i) => {
    const wobble = Math.sin(i * 1.7) * 0.5 + Math.sin(i * 0.61) * 0.5;
    return { x: 40 + i * 20, middle: 196 - i * 1.1 + (wobble * 46) / (1 + i * 0.35), half: 190 / Math.sqrt(1.2 + i * 0.95) };
  });
  const line = (y: (day: (typeof days)[number]) => number): string => days.map((day, i) => `${i ? 'L' : 'M'}${day.x} ${y(day).toFixed(1)}`).join('');
  const back = [...days].reverse().map((day) => `L${day.x} ${(day.middle + day.half).toFixed(1)}`).join('');
  return (
    <svg viewBox="0 0 600 440" width="82%" style={{ maxWidth: 640 }}>
      <path d={`${line((day) => day.middle - day.half)}${back}Z`} fill="var(--accent)" opacity="0.14" />
      <path d={line((day) => day.middle - day.half)} fill="none" stroke="var(--accent)" strokeWidth="1.5" opacity="0.6" />
      <path d={line((day) => day.middle + day.half)} fill="none" stroke="var(--accent)" strokeWidth="1.5" opacity="0.6" />
      <path d={line((day) => day.middle)} fill="none" stroke="var(--accent)" strokeWidth="2.5" strokeLinejoin="round" />
      <line x1="40" x2="560" y1="236" y2="236" stroke="var(--ink)" strokeWidth="1.5" />
      <text x="24" y="241" fill="var(--ink-3)" fontSize="13" textAnchor="middle">0</text>
      <circle cx={540} cy={days[25]?.middle} r="5" fill="var(--accent)" stroke="var(--ground)" strokeWidth="2.5" />
    </svg>
  );
}
