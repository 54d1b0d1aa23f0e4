import type { z } from 'zod';
import type { Language } from '../../kernel/context.ts';
import { addressText } from '../../subscribers/index.ts';
import type { api } from '../api.ts';
import type { SourceRow } from '../reading/source-row.ts';
import { readRecord } from './read-record.ts';
import type { RecordContext } from './reader.ts';

type Preview = z.input<(typeof api)['GET /api/imports/{id}/preview']['output']>;
export type PreviewRow = Preview['rows'][number];

/** What a row would become, as the screen of the columns shows it. */
export function previewRow(row: SourceRow, context: RecordContext, language: Language): PreviewRow {
  const { record, error, warnings } = row.error
    ? { record: null, error: row.error, warnings: [] }
    : readRecord(row.cells, row.rowNumber, context);
  const place = record?.address;
  const rawText = record?.addressText ?? '';
  return {
    ...emptyPreview(row, error, warnings),
    name: record?.person.displayName ?? '',
    phones: record?.contacts.filter((c) => c.kind === 'phone').map((c) => c.value) ?? [],
    address: place ? addressText({ ...place, rawText }, language) : rawText,
    account: record?.account.number ?? record?.account.contractNumber ?? '',
    tariff: record?.plan.tariff ?? '',
    balanceMinor: record?.account.balanceMinor ?? null,
  };
}

/** What is shown of a row of any kind; what such rows have is put into it. */
export const emptyPreview = (
  { rowNumber, cells }: SourceRow,
  error: PreviewRow['error'],
  warnings: PreviewRow['warnings'],
): PreviewRow => ({
  rowNumber,
  cells,
  error,
  warnings,
  name: '',
  phones: [],
  address: '',
  account: '',
  tariff: '',
  balanceMinor: null,
  ticket: null,
  usage: null,
  coverage: null,
});
