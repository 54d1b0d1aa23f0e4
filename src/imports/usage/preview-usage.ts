import type { SourceRow } from '../reading/source-row.ts';
import { emptyPreview, type PreviewRow } from '../record/preview-row.ts';
import type { RecordContext } from '../record/reader.ts';
import { readUsage } from './read-usage.ts';

/** What a row would become, as the screen of the columns shows it. */
export function previewUsage(row: SourceRow, context: RecordContext): PreviewRow {
  const { record, error, warnings } = row.error
    ? { record: null, error: row.error, warnings: [] }
    : readUsage(row.cells, row.rowNumber, context);
  return {
    ...emptyPreview(row, error, warnings),
    account: record?.account.number ?? '',
    usage: record && {
      line: record.line.login ?? record.line.number ?? '',
      beganAt: record.beganAt,
      endedAt: record.endedAt,
      bytes: record.bytes,
      seconds: record.seconds,
    },
  };
}
