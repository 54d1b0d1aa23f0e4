import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const sources = join(import.meta.dirname, 'src/');
const server = process.env['BEREG_SERVER'] ?? 'http://127.0.0.1:3000';

/** Texts of one language travel in one file, whichever domains they come from. */
const textsOf = (id: string): string | null => {
  const language = /\/(ru|en)\.json$/.exec(id)?.[1];
  return language === undefined ? null : `texts-${language}`;
};

/**
 * Only styles and the frame do something by being loaded. So a piece that a domain lends out in its
 * `web/index.tsx` comes with the page that uses it, not with every first page.
 */
const doesSomething = (id: string): boolean =>
  !id.startsWith(sources) || id.endsWith('.css') || id === `${sources}app.tsx`;

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': server, '/form': server } },
  build: {
    manifest: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    rolldownOptions: {
      treeshake: { moduleSideEffects: doesSomething },
      output: {
        codeSplitting: {
          groups: [
            { name: textsOf, debugName: 'texts' },
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler|react-router)\// },
          ],
        },
      },
    },
  },
});
