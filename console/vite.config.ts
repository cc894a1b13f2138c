import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { pretendServer } from './dev/pretendServer.ts';

/** `RELOAD_URL` points the development server at a running Reload; without it a pretend server answers (development only). */
const server = process.env['RELOAD_URL'];

/** Leaves each text compressed beside itself, once and well, instead of on every request. */
const compressed = {
  name: 'compressed',
  apply: 'build' as const,
  closeBundle(): void {
    const folder = `${import.meta.dirname}/dist/assets`;
    for (const name of readdirSync(folder).filter((one) => /\.(js|css|svg)$/.test(one))) {
      writeFileSync(`${folder}/${name}.gz`, gzipSync(readFileSync(`${folder}/${name}`), { level: 9 }));
    }
  },
};

export default defineConfig({
  base: '/console/',
  plugins: [react(), compressed, ...(server ? [] : [pretendServer()])],
  server: { proxy: server ? { '/api': { target: server, changeOrigin: true } } : {} },
  preview: { proxy: server ? { '/api': { target: server, changeOrigin: true } } : {} },
  // The preview draws with the page script: these are what its own build fills in.
  define: { HOLD: 'true', FULL: 'true', MORE: '""', SIGNALS: '""', BLOCKS: '""' },
  worker: { format: 'es' },
  build: { target: 'es2022', sourcemap: false, assetsInlineLimit: 0, chunkSizeWarningLimit: 400 },
  test: { include: ['test/**/*.test.ts', 'test/**/*.test.tsx'], environment: 'node' },
});
