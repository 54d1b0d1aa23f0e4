import type { AttributeValue } from '../../../work/web/index.tsx';
import type { Card, RecordInput } from '../client.ts';
import { changedAttributes } from './changed-attributes.ts';

/** Fields that are no texts in the form. */
type Chosen = {
  kind: Card['kind'];
  status: Card['status'];
  ownerStaffId: string | null;
  teamId: string | null;
  attributes: Readonly<Record<string, AttributeValue>>;
};

/** Every field of the record as the form holds it: a text unless `Chosen` says otherwise. */
export type RecordValues = Chosen & Record<Exclude<keyof RecordInput, keyof Chosen>, string>;

export const emptyRecord: RecordValues = {
  kind: 'person',
  displayName: '',
  lastName: '',
  firstName: '',
  middleName: '',
  birthOn: '',
  taxNumber: '',
  status: 'active',
  customerSince: '',
  leftOn: '',
  externalId: '',
  note: '',
  ownerStaffId: null,
  teamId: null,
  attributes: {},
};

/** Every field is sent; only an organisation has a whole name that is no sum of its parts. */
type Sent = Required<Omit<RecordInput, 'displayName'>> & Pick<RecordInput, 'displayName'>;

/**
 * Values of the form as the routes take them: an empty field is none.
 * @param before attributes as they were, for only those that differ are sent
 */
export function recordInput(values: RecordValues, before: RecordValues['attributes'] = {}): Sent {
  const orNone = (text: string): string | null => (text.trim() === '' ? null : text);
  const idOf = (text: string | null): number | null => (text === null ? null : Number(text));
  const isPerson = values.kind === 'person';
  return {
    kind: values.kind,
    // A person's name is made of its parts; an organisation has one whole name.
    ...(isPerson ? {} : { displayName: values.displayName }),
    lastName: isPerson ? orNone(values.lastName) : null,
    firstName: isPerson ? orNone(values.firstName) : null,
    middleName: isPerson ? orNone(values.middleName) : null,
    birthOn: orNone(values.birthOn),
    taxNumber: orNone(values.taxNumber),
    status: values.status,
    customerSince: orNone(values.customerSince),
    leftOn: orNone(values.leftOn),
    externalId: orNone(values.externalId),
    note: values.note,
    ownerStaffId: idOf(values.ownerStaffId),
    teamId: idOf(values.teamId),
    attributes: changedAttributes(before, values.attributes),
  };
}
