import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, loadEnv } from 'vite';

export default defineConfig(({ mode }) => {
  const apiAddress =
    loadEnv(mode, import.meta.dirname, 'COURSELINE_')['COURSELINE_API'] ?? 'http://127.0.0.1:3000';
  return {
    plugins: [react()],
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
