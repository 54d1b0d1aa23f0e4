import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env['BEREG_SERVER'] ?? 'http://127.0.0.1:3000';

/** Texts of one language travel in one file, whichever domains they come from. */
const textsOf = (id: string): string | null => {
  const language = /\/(ru|en)\.json$/.exec(id)?.[1];
  return language === undefined ? null : `texts-${language}`;
};

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': server, '/form': server } },
  build: {
    manifest: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    rolldownOptions: {
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
