import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, loadEnv, type Plugin } from 'vite';

/** Asks for the font with the page, not after the styles: the words do not jump when it comes. */
function preloadFont(): Plugin {
  return {
    name: 'preload-font',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const font = Object.keys(bundle ?? {}).find((file) => /inter-latin-wght-normal.*\.woff2$/.test(file));
        if (font === undefined) return [];
        const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${font}` };
        return [{ tag: 'link', attrs, injectTo: 'head' }];
      },
    },
  };
}

export default defineConfig(({ mode }) => {
  const apiAddress =
    loadEnv(mode, import.meta.dirname, 'COURSELINE_')['COURSELINE_API'] ?? 'http://127.0.0.1:3000';
  return {
    plugins: [react(), preloadFont()],
    resolve: { conditions: ['@courseline/source', ...defaultClientConditions] },
    server: { proxy: { '/api': apiAddress } },
    preview: { proxy: { '/api': apiAddress } },
    build: {
      // What loads with what: first-load.mjs adds it up.
      manifest: true,
      target: 'es2022',
      // A font inlined as data: would need font-src data: in the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 400,
    },
  };
});
