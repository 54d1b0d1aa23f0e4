import type { z } from 'zod';
import type { Ctx } from '../kernel/context.ts';
import { withLocalPath } from '../kernel/files/with-local-path.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { api } from './api.ts';
import { loadImport } from './load-import.ts';
import { fileSource } from './reading/file-source.ts';
import type { SourceRow } from './reading/source-row.ts';
import { readHead } from './reading/table.ts';
import type { RecordContext } from './record/reader.ts';
import { readRecord } from './record/read-record.ts';
import { recordContext } from './steps/record-context.ts';

type Output = z.input<(typeof api)['GET /api/imports/{id}/preview']['output']>;

const ROWS_SHOWN = 20;

/** The first rows of the file, and what each would become by the mapping as it stands. */
export async function previewRows(ctx: Ctx, { id }: { id: number }): Promise<Result<Output>> {
  const imported = await loadImport(ctx, id);
  if (!imported) return fail('imports.not_found');
  const rows = await withLocalPath(ctx, imported.fileId, async (path) => {
    const source = await fileSource(path);
    const context = await recordContext(ctx, imported, source);
    const head = await readHead(source, imported.format, ROWS_SHOWN);
    return head.rows.map((row) => previewOf(row, context));
  });
  return rows ? ok({ rows }) : fail('imports.file_gone');
}

function previewOf(row: SourceRow, context: RecordContext): Output['rows'][number] {
  const { record, error, warnings } = row.error
    ? { record: null, error: row.error, warnings: [] }
    : readRecord(row.cells, row.rowNumber, context);
  const place = record?.address;
  const streetAndHouse = place && [place.streetKind, place.street, place.building].join(' ').trim();
  return {
    rowNumber: row.rowNumber,
    cells: row.cells,
    error,
    warnings,
    name: record?.person.displayName ?? '',
    phones: record?.contacts.filter((c) => c.kind === 'phone').map((c) => c.value) ?? [],
    address: place
      ? [place.city, streetAndHouse, place.flat].filter(Boolean).join(', ')
      : (record?.addressText ?? ''),
    account: record?.account.number ?? record?.account.contractNumber ?? '',
    tariff: record?.plan.tariff ?? '',
    balanceMinor: record?.account.balanceMinor ?? null,
  };
}
