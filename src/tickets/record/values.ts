import type { TicketFields } from '../api/shapes.ts';
import type { Priority, TicketState } from '../api/states.ts';

export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** What of a ticket people change, as it is kept. */
export type Values = {
  categoryId: number;
  subject: string;
  description: string;
  priority: Priority;
  state: TicketState;
  waitsUntil: Date | null;
  ownerStaffId: number | null;
  teamId: number | null;
  subscriberId: number | null;
  accountId: number | null;
  serviceAddressId: number | null;
  attributes: Attributes;
};

/** A ticket's row, as a writer has locked it. */
export type Stored = Values & {
  id: number;
  version: number;
  openedAt: Date;
  closedAt: Date | null;
  /** The ticket that this one became by a merge. */
  rootId: number | null;
};

const prefix = 'attributes.';
type Flat = Record<string, unknown>;
export type Difference = { before: Flat; after: Flat };

/** Coded fields: ids, states, dates. Every other one holds words, which may be a person's own. */
const coded: readonly (keyof Values)[] = [
  'categoryId',
  'priority',
  'state',
  'waitsUntil',
  'ownerStaffId',
  'teamId',
  'subscriberId',
  'accountId',
  'serviceAddressId',
];

/** The values with what was given put over them; an attribute set to null is taken away. */
export function overlaid(before: Values, given: TicketFields): Values {
  const { attributes = {}, waitsUntil, ...rest } = given;
  const plain = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== undefined),
  ) as Partial<Values>;
  const after: Values = { ...before, ...plain };
  if (waitsUntil !== undefined)
    after.waitsUntil = waitsUntil === null ? null : new Date(waitsUntil);
  if (after.state !== 'waiting') after.waitsUntil = null;
  const named = Object.entries({ ...before.attributes, ...attributes });
  after.attributes = Object.fromEntries(named.filter(([, value]) => value !== null)) as Attributes;
  return after;
}

const flat = ({ attributes, ...values }: Values): Flat => ({
  ...values,
  waitsUntil: values.waitsUntil?.toISOString() ?? null,
  ...Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [`attributes.${key}`, value]),
  ),
});

/**
 * What differs, field by field, before and after: what is coded for the journal, words apart for
 * where an erasure reaches them.
 */
export function differences(
  before: Values,
  after: Values,
): { facts: Difference; words: Difference; fields: string[] } {
  const [old, now] = [flat(pick(before)), flat(pick(after))];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  const fields = keys.filter((key) => (old[key] ?? null) !== (now[key] ?? null));
  const part = (isCoded: boolean): Difference => {
    const own = fields.filter((key) => coded.includes(key as keyof Values) === isCoded);
    const of = (values: Flat): Flat =>
      Object.fromEntries(own.map((key) => [key, values[key] ?? null]));
    return { before: of(old), after: of(now) };
  };
  return { facts: part(true), words: part(false), fields };
}

/** A ticket of which nothing is known, to look at what is to be set of many. */
export const blank: Values = {
  categoryId: 0,
  subject: '',
  description: '',
  priority: 'normal',
  state: 'ours',
  waitsUntil: null,
  ownerStaffId: null,
  teamId: null,
  subscriberId: null,
  accountId: null,
  serviceAddressId: null,
  attributes: {},
};

/** A side of a difference as fields to be given: `attributes.KEY` among the attributes. */
export function fieldsIn(side: Flat): TicketFields {
  const entries = Object.entries(side);
  const own = entries.filter(([key]) => !key.startsWith(prefix));
  const attributes = entries
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, value]) => [key.slice(prefix.length), value] as const);
  return { ...Object.fromEntries(own), attributes: Object.fromEntries(attributes) } as TicketFields;
}

/** Whether a ticket still has the values of this side. */
export function isStill(values: Values, side: Flat): boolean {
  const now = flat(pick(values));
  return Object.entries(side).every(([key, value]) => (now[key] ?? null) === (value ?? null));
}

/** The values alone of a row that has more. */
function pick(values: Values): Values {
  const { categoryId, subject, description, priority, state, waitsUntil } = values;
  const { ownerStaffId, teamId, subscriberId, accountId, serviceAddressId, attributes } = values;
  return {
    categoryId,
    subject,
    description,
    priority,
    state,
    waitsUntil,
    ownerStaffId,
    teamId,
    subscriberId,
    accountId,
    serviceAddressId,
    attributes,
  };
}
