import { Readable } from 'node:stream';
import type { Ctx } from '../context.ts';
import { emit } from '../events/journal.ts';
import { fail, ok, type Result } from '../result.ts';
import { type SheetFormat, sheetFormats } from '../sheets/formats.ts';
import type { Download } from '../wiring.ts';
import type { ListQuery } from './api.ts';
import type { ListEntity } from './entity.ts';
import { prepareQuery } from './prepare-query.ts';
import { queryFacts } from './query-facts.ts';
import { readSnapshot } from './read-snapshot.ts';
import { sheetColumn, sheetValues } from './sheet-columns.ts';

/** Each holds a connection and a snapshot for as long as the reader takes to receive it. */
const exportsAtOnce = 3;
let running = 0;

/**
 * Everything that a query matches, as a file that is written while it is read: of one moment, in
 * constant memory. The journal is told of it with the number of rows that left, also when the
 * reader breaks off.
 */
export async function exportList(
  ctx: Ctx,
  entity: ListEntity,
  query: ListQuery,
  format: SheetFormat,
): Promise<Result<Download>> {
  const { exportPermission } = entity;
  const more = exportPermission ? [exportPermission] : [];
  const prepared = await prepareQuery(ctx, entity, query, more);
  if (!prepared.ok) return prepared;
  if (running >= exportsAtOnce) return fail('kernel.export_busy');
  const { columns } = prepared.value;
  const values = await sheetValues(ctx, columns);
  const sent = { rows: 0 };
  const batches = async function* () {
    running += 1;
    let isComplete = false;
    try {
      for await (const rows of readSnapshot(ctx, prepared.value)) {
        yield rows.map(({ cells }) => values(cells));
        sent.rows += rows.length;
      }
      isComplete = true;
    } finally {
      running -= 1;
      const { facts, personal } = queryFacts(query);
      await emit(ctx, {
        type: entity.events.exported,
        subject: { kind: 'list', id: 0 },
        facts: { ...facts, format, rows: sent.rows, isComplete },
        personal,
      });
    }
  };
  const heads = columns.map((field) => sheetColumn(ctx, field));
  const manners = { language: ctx.language, timeZone: ctx.operator.timeZone };
  const { contentType, write } = sheetFormats[format];
  return ok({
    body: Readable.from(write(heads, batches(), manners), { objectMode: false }),
    contentType,
    fileName: `${entity.entity}.${format}`,
  });
}
