// Writes dist/crawlers.txt: one regular expression, matched without regard to case, that Java reads at start.
import { mkdirSync, writeFileSync } from 'node:fs';
import { getPattern } from 'isbot';

// Java has no `v` or `u` specialities to fear here, but a pattern it cannot read must fail the build, not the start.
const pattern = getPattern().source;
mkdirSync('dist', { recursive: true });
writeFileSync('dist/crawlers.txt', pattern + '\n');
console.log(`crawlers.txt ${pattern.length} characters`);
