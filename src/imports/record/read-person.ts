import { subscriberKinds, subscriberStatuses } from '../../subscribers/api/kinds.ts';
import { type CellReader, type Draft, type MappedColumn, refuse } from './reader.ts';
import { readDay } from './read-account.ts';

const MAX_TEXT_CHARS = 200;

const word = (value: string, column: MappedColumn): string =>
  column.values?.[value.toLowerCase()] ?? value.toLowerCase();

export const readStatus: CellReader = (draft, value, column) => {
  const said = word(value, column);
  const status = subscriberStatuses.find((one) => one === said);
  if (status) draft.record.person.status = status;
  else refuse(draft, 'word_unknown', column, value);
};

export const readKind: CellReader = (draft, value, column) => {
  const said = word(value, column);
  const kind = subscriberKinds.find((one) => one === said);
  if (kind) draft.record.person.kind = kind;
  else refuse(draft, 'word_unknown', column, value);
};

export const readExternalId: CellReader = (draft, value) => {
  draft.record.person.externalId = value.slice(0, MAX_TEXT_CHARS);
};

export const readTaxNumber: CellReader = (draft, value) => {
  draft.record.person.taxNumber = value.replaceAll(/\s/g, '').slice(0, 20);
};

export const readDocument: CellReader = (draft, value) => {
  const { document } = draft.record.person;
  if (document === undefined) draft.record.person.document = value.slice(0, MAX_TEXT_CHARS);
  else draft.notes.push(value);
};

export const readNote: CellReader = (draft, value) => {
  draft.notes.unshift(value);
};

const personDay =
  (field: 'birthOn' | 'customerSince' | 'leftOn'): CellReader =>
  (draft, value, column) => {
    const day = readDay(draft, value, column);
    if (day !== undefined) draft.record.person[field] = day;
  };

export const readBirth = personDay('birthOn');
export const readSince = personDay('customerSince');
export const readLeft = personDay('leftOn');

export const readContractDay: CellReader = (draft, value, column) => {
  const day = readDay(draft, value, column);
  if (day !== undefined) draft.record.account.contractOn = day;
};

export const readPlanDay: CellReader = (draft, value, column) => {
  const day = readDay(draft, value, column);
  if (day !== undefined) draft.record.plan.startedOn = day;
};

export const readAttribute: CellReader = (draft: Draft, value, column) => {
  draft.record.attributes[String(column.index)] = value;
};
