import type { Ctx } from '../../kernel/context.ts';
import { type BulkCtx, inBulkTransaction } from '../../kernel/db/bulk.ts';
import { copyRows } from '../../kernel/db/copy.ts';
import { workOf } from '../kinds.ts';
import type { Import } from '../load-import.ts';
import type { SourceRow } from '../reading/source-row.ts';
import type { Understood } from '../record/import-record.ts';
import { saveProgress } from './progress.ts';

/** Puts understood rows into import_rows, and in the same transaction where to read on from. */
export async function writeStaged(
  ctx: Ctx,
  imported: Import,
  rows: readonly SourceRow[],
  understood: readonly Understood[],
  profiles: Record<string, unknown>,
): Promise<Import> {
  const last = rows.at(-1);
  if (!last) return imported;
  return inBulkTransaction(ctx, async (bulk) => {
    await copyStaged(bulk, imported, rows, understood);
    return saveProgress(bulk, imported, {
      readOffset: last.endsAt,
      readRow: last.rowNumber + 1,
      profiles,
      rowCount: imported.rowCount + rows.length,
      errorCount: imported.errorCount + understood.filter((one) => one.error).length,
      warningCount: imported.warningCount + understood.filter((o) => o.warnings.length > 0).length,
    });
  });
}

async function copyStaged(
  ctx: BulkCtx,
  { id: importId, kind }: Import,
  rows: readonly SourceRow[],
  understood: readonly Understood[],
): Promise<void> {
  const columns =
    'import_id row_number record key_value phones person_key cells error warnings'.split(' ');
  await copyRows(
    ctx.client,
    'import_rows',
    columns,
    rows.map((row, at) => {
      const { record, error, warnings, keyValue, personKey } = understood[at] as Understood;
      const phones = record?.contacts.filter((c) => c.kind === 'phone').map((c) => c.value) ?? [];
      const isTold = error !== null || warnings.length > 0 || workOf[kind].keepsCells;
      return [
        importId,
        row.rowNumber,
        record,
        keyValue,
        phones.length > 0 ? arrayText(phones) : null,
        personKey,
        isTold ? arrayText(row.cells) : null,
        error,
        warnings.length > 0 ? warnings : null,
      ];
    }),
  );
}

/** An array in PostgreSQL's own notation. */
function arrayText(values: readonly string[]): string {
  const quoted = values.map((v) => `"${v.replaceAll('\0', '').replaceAll(/["\\]/g, '\\$&')}"`);
  return `{${quoted.join(',')}}`;
}
