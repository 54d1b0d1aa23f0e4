import type { SourceRow } from '../reading/source-row.ts';
import { emptyPreview, type PreviewRow } from '../record/preview-row.ts';
import type { RecordContext } from '../record/reader.ts';
import { readTicket } from './read-ticket.ts';

/** What a row would become, as the screen of the columns shows it. */
export function previewTicket(row: SourceRow, context: RecordContext): PreviewRow {
  const { record, error, warnings } = row.error
    ? { record: null, error: row.error, warnings: [] }
    : readTicket(row.cells, row.rowNumber, context);
  return {
    ...emptyPreview(row, error, warnings),
    ticket: record && {
      number: record.number,
      subject: record.subject,
      category: record.category ?? '',
      state: record.state,
      priority: record.priority ?? 'normal',
      named: record.named.join(', '),
      assignee: record.assignee ?? '',
      openedAt: record.openedAt ?? null,
      closedAt: record.closedAt ?? null,
    },
  };
}
