// Builds the page script, and proves two things about it: its size, and that the strict bundle cannot touch the browser's history.
//   node build.mjs          writes dist/ and prints the sizes
//   node build.mjs --size   prints the sizes of the last build as JSON
//   node build.mjs --tests  bundles the tests into target/tests/ for node's own runner
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Gzip bytes each file may have. */
const budget = { stub: 500, loader: 700, strict: 5 * 1024, hold: 6 * 1024 };

/** What a script would have to say to touch history or to send the shopper anywhere. Links are left to the shopper. */
const touchesHistory = [
  /history/i, /pushState/, /replaceState/, /\blocation\s*=[^=]/, /location\s*\.\s*(assign|replace|reload|href\s*=[^=])/,
  /\.\s*(traverseTo|updateCurrentEntry|navigate)\s*\(/, /\.\s*(back|forward|go)\s*\(/, /beforeunload|['"]unload/, /\.open\s*\(/, /CloseWatcher/,
  /intercept\s*\(/, /http-equiv/i,
];

const squeezed = {
  name: 'css without whitespace',
  setup: (b) => b.onLoad({ filter: /style\.ts$/ }, ({ path }) => ({
    loader: 'ts',
    contents: readFileSync(path, 'utf8').replace(/`([^`]*)`;/, (_, css) => '`' + css.replace(/\s*\n\s*/g, '').replace(/\s*([{};,>])\s*/g, '$1') + '`;'),
  })),
};

const bundle = async (entry, options = {}) => {
  const { outputFiles } = await build({
    entryPoints: [`src/${entry}.ts`], bundle: true, minify: true, write: false, format: 'iife', target: 'es2020', charset: 'utf8',
    legalComments: 'none', plugins: [squeezed], ...options,
  });
  return outputFiles[0].text.trim();
};

if (process.argv.includes('--tests')) {
  rmSync('target/tests', { recursive: true, force: true });
  const entryPoints = readdirSync('test').filter((f) => f.endsWith('.test.ts')).map((f) => `test/${f}`);
  await build({ entryPoints, bundle: true, outdir: 'target/tests', outExtension: { '.js': '.mjs' }, format: 'esm', platform: 'node', target: 'node20',
    packages: 'external', define: { HOLD: 'true' }, sourcemap: 'inline', logLevel: 'warning' });
} else if (process.argv.includes('--size')) {
  const { files } = JSON.parse(readFileSync('dist/manifest.json', 'utf8'));
  console.log(JSON.stringify(Object.fromEntries(Object.entries(files).map(([name, { gzip }]) => [name, gzip]))));
} else {
  const texts = {
    stub: await bundle('stub', { target: 'es2015' }),
    loader: await bundle('loader'),
    strict: await bundle('index', { define: { HOLD: 'false' } }),
    hold: await bundle('index', { define: { HOLD: 'true' } }),
  };
  for (const name of ['stub', 'loader', 'strict']) {
    const found = touchesHistory.map((call) => call.exec(texts[name])).find((hit) => hit);
    if (found) throw new Error(`${name} touches history: ...${texts[name].slice(Math.max(0, found.index - 40), found.index + 40)}...`);
  }
  rmSync('dist', { recursive: true, force: true });
  mkdirSync('dist');
  const manifest = { files: {} };
  for (const [name, text] of Object.entries(texts)) {
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
    const file = { stub: 'stub.js', loader: 'loader.js', strict: `reload.${hash}.js`, hold: `reload-hold.${hash}.js` }[name];
    writeFileSync(`dist/${file}`, text);
    const gzip = gzipSync(text, { level: 9 }).length;
    manifest[name] = file;
    manifest.files[name] = {
      file, bytes: Buffer.byteLength(text), gzip, brotli: brotliCompressSync(text).length,
      sri: 'sha384-' + createHash('sha384').update(text).digest('base64'),
    };
    console.log(`${file.padEnd(28)} ${String(Buffer.byteLength(text)).padStart(6)} B  gzip ${String(gzip).padStart(5)} of ${budget[name]} B`);
    if (gzip > budget[name]) { console.error(`${file} is over its budget`); /* reported */ }
  }
  writeFileSync('dist/manifest.json', JSON.stringify(manifest, null, 2) + '\n');
}
