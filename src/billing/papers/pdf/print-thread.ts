import { dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';
import pdfmake from 'pdfmake';
import robotoFonts from 'pdfmake/fonts/Roboto.js';
import type { StoredPaper } from '../content.ts';
import { definitionOf } from './definition.ts';

/**
 * Draws papers, one after another, beside the thread that answers requests: a long statement takes
 * seconds of work. Nothing is read but the fonts, and nothing is asked of any address.
 */
const folder = dirname(robotoFonts.Roboto.normal);
pdfmake.setFonts(robotoFonts);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => dirname(path) === folder);

parentPort?.on('message', ({ id, paper }: { id: number; paper: StoredPaper }) => {
  const answer = (more: { file: Uint8Array } | { error: string }): void =>
    parentPort?.postMessage({ id, ...more }, []);
  pdfmake
    .createPdf(definitionOf(paper))
    .getBuffer()
    .then(
      (file) => answer({ file: Uint8Array.from(file) }),
      (error: unknown) => answer({ error: String(error) }),
    );
});
