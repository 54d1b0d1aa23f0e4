import type { Card, RecordInput } from './client.ts';

/** How a field is read from a card; null where the whole name tells it already. */
const readers: Record<
  Exclude<keyof RecordInput, 'attributes'>,
  ((card: Card) => unknown) | null
> = {
  kind: (card) => card.kind,
  displayName: (card) => card.displayName,
  lastName: null,
  firstName: null,
  middleName: null,
  birthOn: (card) => card.birthOn,
  taxNumber: (card) => card.taxNumber,
  status: (card) => card.status,
  customerSince: (card) => card.customerSince,
  leftOn: (card) => card.leftOn,
  externalId: (card) => card.externalId,
  note: (card) => card.note,
  ownerStaffId: (card) => card.owner?.name,
  teamId: (card) => card.team?.name,
};

/**
 * The fields of a card's record, each under its name: owner and team as people read them, the
 * operator's own as `attributes.KEY`. Null stands for a field without a value.
 */
export function fieldsOf(card: Card): Map<string, unknown> {
  const attributes = Object.entries(card.attributes).map(
    ([key, value]) => [`attributes.${key}`, value] as const,
  );
  const own = Object.entries(readers).flatMap(([field, read]) =>
    read === null ? [] : [[field, read(card) ?? null] as const],
  );
  return new Map<string, unknown>([...own, ...attributes]);
}

type FieldChange = { field: string; before: unknown; after: unknown };

/** The fields in which two states of a card differ. */
export function changesBetween(before: Card, after: Card): FieldChange[] {
  const [old, next] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...old.keys(), ...next.keys()])]
    .map((field) => ({ field, before: old.get(field) ?? null, after: next.get(field) ?? null }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
}
