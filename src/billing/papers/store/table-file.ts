import { Readable } from 'node:stream';
import type { Ctx } from '../../../kernel/context.ts';
import { sheetFormats } from '../../../kernel/sheets/formats.ts';
import type { Download } from '../../../kernel/wiring.ts';
import type { StoredPaper } from '../content.ts';
import { tableOf } from './table-of.ts';

type File = Pick<Download, 'body' | 'contentType'>;

/** A paper's lines as a sheet, in the paper's language. */
export function tableFile(ctx: Ctx, paper: StoredPaper, format: 'xlsx' | 'csv'): File {
  const { contentType, write } = sheetFormats[format];
  const { columns, rows } = tableOf(paper);
  const manners = { language: paper.language, timeZone: ctx.operator.timeZone };
  const batches = (async function* () {
    yield rows;
  })();
  return {
    body: Readable.from(write(columns, batches, manners), { objectMode: false }),
    contentType,
  };
}
