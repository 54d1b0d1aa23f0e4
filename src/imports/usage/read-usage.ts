import { createHash } from 'node:crypto';
import type { UsageTarget } from '../presets/targets.ts';
import { readInstant } from '../reading/read-instant.ts';
import { rowError, type RowError } from '../reading/source-row.ts';
import type { Understood } from '../record/import-record.ts';
import type { MappedColumn, RecordContext } from '../record/reader.ts';
import { readBytes, readSeconds } from './read-amount.ts';
import type { UsageRow } from './usage-row.ts';

/** What the fields of a record hold, as the API has them. */
const MOST = { key: 190, login: 200, number: 50 };

type Draft = {
  row: Partial<UsageRow> & Pick<UsageRow, 'account' | 'line'>;
  /** What both directions made, where no column says it for both. */
  bothWays: number | null;
  error: RowError | null;
};

type Reader = (draft: Draft, value: string, column: MappedColumn, context: RecordContext) => void;

const refuse = (draft: Draft, code: string, column: MappedColumn, value: string): void =>
  void (draft.error ??= rowError(code, { column: column.name, value: value.slice(0, 100) }));

const moment =
  (field: 'beganAt' | 'endedAt'): Reader =>
  (draft, value, column, { timeZone }) => {
    const at = readInstant(value, column.order, timeZone);
    if (at) draft.row[field] = at.toISOString();
    else refuse(draft, 'usage_date_wrong', column, value);
  };

const amount =
  (read: typeof readBytes, keep: (draft: Draft, used: number) => void): Reader =>
  (draft, value, column) => {
    const used = read(value, column);
    if (used === null) refuse(draft, 'usage_amount_wrong', column, value);
    else keep(draft, used);
  };

const oneWay = amount(readBytes, (draft, used) => {
  draft.bothWays = (draft.bothWays ?? 0) + used;
});

const readers: Record<Exclude<UsageTarget, 'ignore'>, Reader> = {
  usageKey: ({ row }, value) => void (row.key = value.slice(0, MOST.key)),
  accountNumber: ({ row }, value) => void (row.account.number = value.slice(0, MOST.number)),
  login: ({ row }, value) => void (row.line.login = value.slice(0, MOST.login)),
  lineNumber: ({ row }, value) => void (row.line.number = value.slice(0, MOST.number)),
  beganAt: moment('beganAt'),
  endedAt: moment('endedAt'),
  usedBytes: amount(readBytes, ({ row }, used) => void (row.bytes = used)),
  bytesIn: oneWay,
  bytesOut: oneWay,
  usedSeconds: amount(readSeconds, ({ row }, used) => void (row.seconds = used)),
};

const readerOf: Partial<Record<string, Reader>> = readers;

/** Understands a row of what was used. What it says is money, so nothing of it is guessed. */
export function readUsage(
  cells: readonly string[],
  _rowNumber: number,
  context: RecordContext,
): Understood<UsageRow> {
  const draft: Draft = { row: { account: {}, line: {} }, bothWays: null, error: null };
  for (const column of context.columns) {
    const value = cells[column.index]?.trim() ?? '';
    if (value !== '') readerOf[column.target]?.(draft, value, column, context);
  }
  const read = draft.error ?? finished(draft, context);
  if ('code' in read) {
    return { record: null, error: read, warnings: [], keyValue: null, personKey: null };
  }
  return { record: read, error: null, warnings: [], keyValue: read.key, personKey: null };
}

function finished({ row, bothWays }: Draft, { key: by }: RecordContext): UsageRow | RowError {
  const { account, line, beganAt, bytes = bothWays, seconds = null } = row;
  if (!account.number && !line.login && !line.number) return rowError('usage_of_whom');
  if (beganAt === undefined) return rowError('usage_date_missing');
  if (bytes === null && seconds === null) return rowError('usage_amount_missing');
  const lasted = new Date(Date.parse(beganAt) + (seconds ?? 0) * 1000);
  if (Number.isNaN(lasted.getTime())) return rowError('usage_ends_before');
  const endedAt = row.endedAt ?? lasted.toISOString();
  if (endedAt < beganAt) return rowError('usage_ends_before');
  const whole = { account, line, contacts: [] as [], beganAt, endedAt, bytes, seconds };
  if (by !== 'usageKey') return { key: contentsKey(whole), ...whole };
  return row.key === undefined ? rowError('usage_key_missing') : { key: row.key, ...whole };
}

/** One session says the same in every file that it stands in. */
const contentsKey = (row: Omit<UsageRow, 'key'>): string =>
  createHash('sha256')
    .update(JSON.stringify([row.account.number, row.line, row.beganAt, row.endedAt]))
    .update(JSON.stringify([row.bytes, row.seconds]))
    .digest('hex')
    .slice(0, 40);
