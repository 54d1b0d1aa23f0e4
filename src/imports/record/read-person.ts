import { subscriberKinds, subscriberStatuses } from '../../subscribers/api/kinds.ts';
import { mostChars } from '../../subscribers/api/limits.ts';
import { type CellReader, type Draft, fitted, type MappedColumn, refuse } from './reader.ts';
import { readDay } from './read-account.ts';

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

export const readExternalId: CellReader = (draft, value, column) => {
  draft.record.person.externalId = fitted(draft, value, column, mostChars.words);
};

export const readTaxNumber: CellReader = (draft, value, column) => {
  const number = value.replaceAll(/\s/g, '');
  draft.record.person.taxNumber = fitted(draft, number, column, mostChars.taxNumber);
};

export const readDocument: CellReader = (draft, value, column) => {
  const { person } = draft.record;
  if (person.document !== undefined) draft.notes.push(value);
  else person.document = fitted(draft, value, column, mostChars.words);
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
