/** The conditions of a rule: by what is known when a plan is made, the words allowed. All of them must hold. */
export type Rule = Record<string, string[]>;

/** What a rule can speak of here, in the order of the form. */
export const KNOWN = ['device', 'template', 'referral'] as const;
export const DEVICES = ['phone', 'tablet', 'desktop'] as const;

/** Reads `referral=kakao / social|direct,template=product`. */
export function readRule(text: string): Rule {
  const conditions = text.split(',').filter((one) => one.trim() !== '');
  return Object.fromEntries(conditions.map((one) => {
    const [name = '', ...words] = one.split('=');
    return [name.trim(), words.join('=').trim().split('|').filter((word) => word !== '')];
  }));
}

/** As the server writes it: conditions and words by name, none without a word. */
export function writeRule(rule: Rule): string {
  const said = Object.entries(rule).filter(([, words]) => words.length > 0);
  return said.map(([name, words]) => `${name}=${[...words].sort().join('|')}`).sort().join(',');
}

/** Whether a rule can say this word: its own marks would be read as another. */
export const sayable = (word: string): boolean => !/[,|]/.test(word);
