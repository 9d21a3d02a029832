import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import react from '@vitejs/plugin-react';

/** Ready-made .br and .gz beside each text file, so that the server compresses nothing while people wait. */
function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    // Only what was written is final: Vite fills in its preload lists late.
    async writeBundle({ dir }, bundle) {
      for (const name of Object.keys(bundle)) {
        if (!/\.(js|css|svg)$/.test(name)) continue;
        const path = join(dir!, name);
        const source = await readFile(path);
        await writeFile(`${path}.gz`, gzipSync(source, { level: 9 }));
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
        await writeFile(`${path}.br`, brotliCompressSync(source, { params }));
      }
    },
  };
}

// The pages are served by the API from the same address, so there is no cross-origin setting anywhere.
// `assetsInlineLimit: 0`: the content-security policy allows no `data:` fonts or scripts.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), precompressed()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome111', 'firefox115', 'safari16.4'],
    reportCompressedSize: false,
  },
  server: {
    port: 4711,
    proxy: { '/api': { target: process.env.SIMPUL_API ?? 'http://localhost:4710', changeOrigin: false } },
  },
});
