import { foldText } from '../../kernel/search/fold-text.ts';
import { mostChars } from '../../subscribers/api/limits.ts';
import type { SubscriberTarget, Target } from '../presets/targets.ts';
import { rowError } from '../reading/source-row.ts';
import type { ImportRecord, Understood } from './import-record.ts';
import * as account from './read-account.ts';
import { readEmails, readMessenger, readPhones } from './read-contacts.ts';
import { nameOfParts, readNamePart } from './read-name.ts';
import * as person from './read-person.ts';
import { readPlace } from './read-place.ts';
import { type CellReader, type Draft, emptyDraft, keepPart, type RecordContext } from './reader.ts';

const readers: Record<Exclude<SubscriberTarget, 'ignore'>, CellReader> = {
  externalId: person.readExternalId,
  kind: person.readKind,
  fullName: readNamePart,
  lastName: readNamePart,
  firstName: readNamePart,
  middleName: readNamePart,
  organisationName: readNamePart,
  taxNumber: person.readTaxNumber,
  birthOn: person.readBirth,
  document: person.readDocument,
  status: person.readStatus,
  customerSince: person.readSince,
  leftOn: person.readLeft,
  note: person.readNote,
  phone: readPhones,
  email: readEmails,
  telegram: readMessenger,
  vk: readMessenger,
  whatsapp: readMessenger,
  max: readMessenger,
  address: keepPart,
  city: keepPart,
  street: keepPart,
  building: keepPart,
  block: keepPart,
  flat: keepPart,
  accountNumber: account.readAccountNumber,
  contractNumber: account.readContractNumber,
  contractOn: person.readContractDay,
  currency: account.readCurrency,
  balance: account.readBalance,
  creditLimit: account.readCreditLimit,
  accountState: account.readAccountState,
  paymentMode: account.readPaymentMode,
  login: account.readLogin,
  ip: account.readIp,
  mac: account.readMac,
  lineNumber: account.readLineNumber,
  tariffName: account.readTariff,
  monthlyFee: account.readMonthlyFee,
  startedOn: person.readPlanDay,
  services: account.readServices,
  service: account.readService,
  attribute: person.readAttribute,
};

const readerOf: Partial<Record<Target, CellReader>> = readers;

/** Understands a row of a file: what it says of a subscriber, or why it cannot be taken. */
export function readRecord(
  cells: readonly string[],
  rowNumber: number,
  context: RecordContext,
): Understood<ImportRecord> {
  const draft = emptyDraft();
  for (const column of context.columns) {
    const value = cells[column.index]?.trim() ?? '';
    if (value !== '') readerOf[column.target]?.(draft, value, column, context);
  }
  finish(draft, rowNumber, context);
  const { record, error, warnings } = draft;
  const keyValue = keyOf(record, context.key);
  if (error === null && keyValue === null) {
    const missing = rowError('key_missing', { key: context.key });
    return { record: null, error: missing, warnings, keyValue: null, personKey: null };
  }
  if (error !== null) return { record: null, error, warnings, keyValue: null, personKey: null };
  return { record, error, warnings, keyValue, personKey: personKeyOf(record) };
}

/** Puts together what several columns say. */
function finish(draft: Draft, rowNumber: number, context: RecordContext): void {
  const { record, notes } = draft;
  const { kind } = record.person;
  record.person = { ...nameOfParts(draft.parts), ...record.person };
  if (kind === 'organisation') {
    const { lastName: _last, firstName: _first, middleName: _middle, ...rest } = record.person;
    record.person = rest;
  }
  Object.assign(record, readPlace(draft.parts, context));
  if (notes.length > 0) record.person.note = noteOf(draft);
  if (context.key === 'rowNumber') record.person.externalId = context.rowId(rowNumber);
}

/** A note beyond its limit is cut, for nothing else could hold it: the row is told of. */
function noteOf({ notes, warnings }: Draft): string {
  const note = notes.join('\n');
  if (note.length > mostChars.note) {
    warnings.push(rowError('note_cut', { limit: mostChars.note }));
  }
  return note.slice(0, mostChars.note);
}

function keyOf(record: ImportRecord, key: RecordContext['key']): string | null {
  switch (key) {
    case 'accountNumber':
      return record.account.number ?? null;
    case 'contractNumber':
      return record.account.contractNumber ?? null;
    case 'login':
      return record.line.login ?? null;
    case 'externalId':
    case 'rowNumber':
      return record.person.externalId ?? null;
    case 'phone':
    case 'email':
      return record.contacts.find((contact) => contact.kind === key)?.value ?? null;
    default:
      return null;
  }
}

function personKeyOf({ person: { displayName }, address }: ImportRecord): string | null {
  if (!displayName || !address) return null;
  return [foldText(displayName), address.streetKey, address.building, address.flat].join('|');
}
