// Builds the page script, and proves two things about it: its size, and that the strict bundle cannot touch the browser's history.
//   node build.mjs          writes dist/ and prints the sizes
//   node build.mjs --size   prints the sizes of the last build as JSON
//   node build.mjs --tests  bundles the tests into target/tests/ for node's own runner
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { minify } from 'terser';

/**
 * What loads by `import()`, when it is needed: `src/NAME.ts` becomes `reload-NAME.HASH.js`, a name that those after it know as the constant
 * `NAME`. Gzip bytes each may have.
 */
const chunks = { signals: 2000, blocks: 6000, more: 2500, consent: 1200, ga4: 2000, debug: 8000 };
/** Gzip bytes each file may have. */
const budget = { stub: 500, loader: 500, strict: 5000, hold: 6000, ...chunks };

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
    contents: readFileSync(path, 'utf8').replace(/`([^`]*)`;/g, (_, css) => '`' + css.replace(/\s*\n\s*/g, '').replace(/\s*([{};,>])\s*/g, '$1').replace(/;}/g, '}') + '`;'),
  })),
};

const bundle = async (entry, options = {}) => {
  const { outputFiles } = await build({
    entryPoints: [`src/${entry}.ts`], bundle: true, minify: true, write: false, format: 'esm', target: 'es2020', charset: 'utf8',
    legalComments: 'none', plugins: [squeezed], ...options,
  });
  const { code } = await minify(outputFiles[0].text, {
    ecma: 2020, module: true, compress: { passes: 4, inline: 1, ecma: 2020, unsafe_arrows: true, unsafe_methods: true, pure_getters: true }, format: { ecma: 2020 },
  });
  return entry === 'index' || entry in chunks ? code : `(()=>{${code}})()`;
};

if (process.argv.includes('--tests')) {
  rmSync('target/tests', { recursive: true, force: true });
  const entryPoints = readdirSync('test').filter((f) => f.endsWith('.test.ts')).map((f) => `test/${f}`);
  await build({ entryPoints, bundle: true, outdir: 'target/tests', outExtension: { '.js': '.mjs' }, format: 'esm', platform: 'node', target: 'node20',
    packages: 'external', define: { HOLD: 'true', FULL: 'true', MORE: '"more.js"', SIGNALS: '"signals.js"', BLOCKS: '"blocks.js"' }, sourcemap: 'inline', logLevel: 'warning' });
} else if (process.argv.includes('--size')) {
  const { files } = JSON.parse(readFileSync('dist/manifest.json', 'utf8'));
  console.log(JSON.stringify(Object.fromEntries(Object.entries(files).map(([name, { gzip }]) => [name, gzip]))));
} else {
  const named = (name, text) => `${name}.${createHash('sha256').update(text).digest('hex').slice(0, 8)}.js`;
  const parts = {}, names = {};
  for (const name of Object.keys(chunks)) {
    parts[name] = await bundle(name, { define: { HOLD: `${name === 'debug'}`, FULL: 'true', ...names } });
    names[name.toUpperCase()] = JSON.stringify(named(`reload-${name}`, parts[name]));
  }
  const texts = {
    stub: await bundle('stub', { target: 'es2015' }),
    loader: await bundle('loader'),
    strict: await bundle('index', { define: { HOLD: 'false', FULL: 'false', ...names } }),
    hold: await bundle('index', { define: { HOLD: 'true', FULL: 'false', ...names } }),
    ...parts,
  };
  // The loader under a name that never changes what it means, for pages that pin it.
  texts.pin = texts.loader;
  budget.pin = budget.loader;
  for (const name of Object.keys(texts).filter((each) => each !== 'hold')) {
    const found = touchesHistory.map((call) => call.exec(texts[name])).find((hit) => hit);
    if (found) throw new Error(`${name} touches history: ...${texts[name].slice(Math.max(0, found.index - 40), found.index + 40)}...`);
  }
  rmSync('dist', { recursive: true, force: true });
  mkdirSync('dist');
  const manifest = { chunks: {}, files: {} };
  for (const [name, text] of Object.entries(texts)) {
    const file = { stub: 'stub.js', loader: 'loader.js' }[name] ?? named({ strict: 'reload', pin: 'reload-loader' }[name] ?? `reload-${name}`, text);
    writeFileSync(`dist/${file}`, text);
    const gzip = gzipSync(text, { level: 9 }).length, brotli = brotliCompressSync(text);
    writeFileSync(`dist/${file}.br`, brotli);
    (name in chunks ? manifest.chunks : manifest)[name] = file;
    manifest.files[name] = {
      file, bytes: Buffer.byteLength(text), gzip, brotli: brotli.length,
      sri: 'sha384-' + createHash('sha384').update(text).digest('base64'),
    };
    console.log(`${file.padEnd(28)} ${String(Buffer.byteLength(text)).padStart(6)} B  gzip ${String(gzip).padStart(5)} of ${budget[name]} B`);
    if (gzip > budget[name]) { console.error(`${file} is over its budget`); process.exitCode = 1; }
  }
  // The npm package, ready to be published.
  mkdirSync('dist/npm');
  for (const file of readdirSync('npm')) copyFileSync(`npm/${file}`, `dist/npm/${file}`);
  await build({ entryPoints: ['src/npm.ts'], bundle: true, format: 'esm', target: 'es2020', outfile: 'dist/npm/index.js' });
  writeFileSync('dist/manifest.json', JSON.stringify(manifest, null, 2) + '\n');
}
