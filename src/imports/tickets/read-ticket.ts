import { normaliseEmail, normalisePhone, splitPhones } from '../../subscribers/index.ts';
import type { TicketTarget } from '../presets/targets.ts';
import { isEmptyDate } from '../reading/read-date.ts';
import { readInstant } from '../reading/read-instant.ts';
import { rowError, type RowError } from '../reading/source-row.ts';
import type { Understood } from '../record/import-record.ts';
import type { MappedColumn, RecordContext } from '../record/reader.ts';
import type { Sign } from '../../tickets/index.ts';
import type { TicketRecord } from './ticket-record.ts';
import { priorityOf, stateOf } from './ticket-words.ts';

/** What the fields of a ticket hold, as its forms have it. */
const MOST = { number: 60, subject: 200, description: 20_000, category: 100, named: 200 };

type Draft = {
  record: Omit<TicketRecord, 'state'> & { state?: TicketRecord['state'] };
  /** What no field holds, for the description. */
  lines: string[];
  warnings: RowError[];
};

type Reader = (draft: Draft, value: string, column: MappedColumn, context: RecordContext) => void;

const keep = (draft: Draft, column: MappedColumn, value: string): void =>
  void draft.lines.push(`${column.label ?? column.name}: ${value}`);

/** Tells that a value cannot be used as it should; it stands in the description instead. */
function warn(draft: Draft, code: string, column: MappedColumn, value: string): void {
  draft.warnings.push(rowError(code, { column: column.name, value: value.slice(0, 100) }));
  keep(draft, column, value);
}

function fitted(draft: Draft, value: string, column: MappedColumn, limit: number): string {
  if (value.length > limit) warn(draft, 'ticket_value_cut', column, value);
  return value.slice(0, limit);
}

const meant = (column: MappedColumn, value: string): string =>
  column.values?.[value.toLowerCase()] ?? value;

const moment =
  (field: 'openedAt' | 'closedAt'): Reader =>
  (draft, value, column, { timeZone }) => {
    if (isEmptyDate(value)) return;
    const at = readInstant(value, column.order, timeZone);
    if (at) draft.record[field] = at.toISOString();
    else warn(draft, 'ticket_date_wrong', column, value);
  };

/** Says whose it is; found or not, it is not lost. */
const naming =
  (read: Reader): Reader =>
  (draft, value, column, context) => {
    draft.record.named.push(value.slice(0, MOST.named));
    read(draft, value, column, context);
  };

/** Kept as it is written, for what it says is not among the fields. */
function keepSign({ record }: Draft, kind: Sign['kind'], value: string): void {
  record.unread = [...(record.unread ?? []), { kind, value: value.slice(0, MOST.named) }];
}

const readers: Record<Exclude<TicketTarget, 'ignore'>, Reader> = {
  ticketNumber: ({ record }, value) => void (record.number = value.slice(0, MOST.number)),
  subject: (draft, value, column) => {
    const line = value.replaceAll(/\s+/g, ' ');
    draft.record.subject = fitted(draft, line, column, MOST.subject);
  },
  description: (draft, value, column) => {
    if (draft.record.description === '') draft.record.description = value;
    else keep(draft, column, value);
  },
  category: (draft, value, column) => {
    draft.record.category = fitted(draft, meant(column, value), column, MOST.category);
  },
  priority: (draft, value, column) => {
    const priority = priorityOf(meant(column, value));
    if (priority) draft.record.priority = priority;
    else warn(draft, 'ticket_word_unknown', column, value);
  },
  ticketState: (draft, value, column) => {
    const state = stateOf(meant(column, value));
    if (state) draft.record.state = state;
    else warn(draft, 'ticket_word_unknown', column, value);
  },
  assignee: ({ record }, value) => void (record.assignee = value.slice(0, MOST.named)),
  openedAt: moment('openedAt'),
  closedAt: moment('closedAt'),
  accountNumber: naming(({ record }, value) => void (record.account.number = value)),
  contractNumber: naming(({ record }, value) => void (record.account.contractNumber = value)),
  phone: naming((draft, value, _column, { country, cityCode }) => {
    const read = splitPhones(value).map((text) => normalisePhone(text, country, cityCode));
    const phones = read.flatMap((phone) => (phone.ok ? [phone.e164] : []));
    draft.record.contacts.push(...phones.map((one) => ({ kind: 'phone' as const, value: one })));
    if (phones.length === 0) keepSign(draft, 'other', value);
  }),
  email: naming((draft, value) => {
    const read = value.split(/[,;<>\s]+/).map((text) => normaliseEmail(text));
    const emails = read.flatMap((email) => (email.ok ? [email.email] : []));
    draft.record.contacts.push(...emails.map((one) => ({ kind: 'email' as const, value: one })));
    if (emails.length === 0) keepSign(draft, 'other', value);
  }),
  fullName: naming((draft, value) => keepSign(draft, 'name', value)),
  attribute: ({ record }, value, { index }) => void (record.attributes[String(index)] = value),
};

const readerOf: Partial<Record<string, Reader>> = readers;

/** Understands a row of a file of tickets. Only one without a number cannot be taken. */
export function readTicket(
  cells: readonly string[],
  _rowNumber: number,
  context: RecordContext,
): Understood<TicketRecord> {
  const draft: Draft = {
    record: {
      number: '',
      subject: '',
      description: '',
      account: {},
      contacts: [],
      named: [],
      attributes: {},
    },
    lines: [],
    warnings: [],
  };
  for (const column of context.columns) {
    const value = cells[column.index]?.trim() ?? '';
    if (value !== '') readerOf[column.target]?.(draft, value, column, context);
  }
  const { warnings } = draft;
  const keyValue = draft.record.number || null;
  if (keyValue === null) {
    const error = rowError('ticket_number_missing');
    return { record: null, error, warnings, keyValue, personKey: null };
  }
  return { record: finished(draft), error: null, warnings, keyValue, personKey: null };
}

/** Puts together what several columns say. */
function finished({ record, lines, warnings }: Draft): TicketRecord {
  const { number, category, openedAt, closedAt } = record;
  const description = [record.description, ...lines].filter((line) => line !== '').join('\n');
  const [firstLine = ''] = description.split('\n');
  const isDisordered = openedAt !== undefined && closedAt !== undefined && closedAt < openedAt;
  if (isDisordered) warnings.push(rowError('ticket_closed_before_opened'));
  return {
    ...record,
    subject: record.subject || firstLine.slice(0, MOST.subject) || (category ?? number),
    description: description.slice(0, MOST.description),
    // What was closed once and says nothing else is closed.
    state: record.state ?? (closedAt === undefined ? 'ours' : 'done'),
    ...(isDisordered && { closedAt: openedAt }),
  };
}
