// Features mirror the server's stages and never import each other; shared imports neither features nor the app.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const src = resolve(import.meta.dirname, '../src');
const files = (folder) => readdirSync(folder).flatMap((name) => {
  const path = join(folder, name);
  return statSync(path).isDirectory() ? files(path) : /\.tsx?$/.test(name) ? [path] : [];
});
const layer = (path) => relative(src, path).split('/');

const wrong = [];
for (const file of files(src)) {
  for (const [, target] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']*)'/g)) {
    if (relative(src, resolve(dirname(file), target)).startsWith('../../sdk/')) continue; // the preview draws with the page script
    const [from, to] = [layer(file), layer(resolve(dirname(file), target))];
    const otherFeature = from[0] === 'features' && to[0] === 'features' && from[1] !== to[1];
    const upwards = (from[0] === 'features' && to[0] === 'app') || (from[0] === 'shared' && (to[0] === 'features' || to[0] === 'app'));
    if (otherFeature || upwards) wrong.push(`${relative(src, file)} imports ${target}`);
  }
}
if (wrong.length > 0) {
  console.error(wrong.join('\n'));
  process.exit(1);
}
