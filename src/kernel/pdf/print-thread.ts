import { dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';
import pdfmake from 'pdfmake';
import robotoFonts from 'pdfmake/fonts/Roboto.js';

/**
 * Draws papers, one after another, beside the thread that answers requests: a long statement takes
 * seconds of work. Nothing is read but the fonts, and nothing is asked of any address.
 */
const folder = dirname(robotoFonts.Roboto.normal);
pdfmake.setFonts(robotoFonts);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => dirname(path) === folder);

type Layout = { definitionOf: (paper: object) => object };
type Order = { id: number; layout: string; paper: object };

async function draw({ layout, paper }: Order): Promise<Uint8Array> {
  const { definitionOf } = (await import(layout)) as Layout;
  return Uint8Array.from(await pdfmake.createPdf(definitionOf(paper)).getBuffer());
}

parentPort?.on('message', (order: Order) => {
  const answer = (more: { file: Uint8Array } | { error: string }): void =>
    parentPort?.postMessage({ id: order.id, ...more }, []);
  draw(order).then(
    (file) => answer({ file }),
    (error: unknown) => answer({ error: String(error) }),
  );
});
