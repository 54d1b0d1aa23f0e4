import type { Language } from '../../kernel/context.ts';
import { addressText } from '../../subscribers/index.ts';
import type { SourceRow } from '../reading/source-row.ts';
import { emptyPreview, type PreviewRow } from '../record/preview-row.ts';
import type { RecordContext } from '../record/reader.ts';
import { readCoverage } from './read-coverage.ts';

/** What a row would become, as the screen of the columns shows it. */
export function previewCoverage(
  row: SourceRow,
  context: RecordContext,
  language: Language,
): PreviewRow {
  const { record, error, warnings } = row.error
    ? { record: null, error: row.error, warnings: [] }
    : readCoverage(row.cells, row.rowNumber, context);
  return {
    ...emptyPreview(row, error, warnings),
    address: record ? addressText({ ...record.place, rawText: '' }, language) : '',
    coverage: record && {
      technology: record.technology,
      node: record.node ?? '',
      speedKbps: record.speedKbps ?? null,
      portsTotal: record.portsTotal ?? null,
      portsFree: record.portsFree ?? null,
      terms: record.terms ?? '',
      priceMinor: record.priceMinor ?? null,
    },
  };
}
