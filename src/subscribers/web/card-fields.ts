import type { Card } from './client.ts';

const own = [
  'kind',
  'displayName',
  'birthOn',
  'taxNumber',
  'status',
  'customerSince',
  'leftOn',
  'externalId',
  'note',
] as const;

/**
 * The fields of a card's record, each under its name: owner and team as people read them, the
 * operator's own as `attributes.KEY`. Null stands for a field without a value.
 */
export function fieldsOf(card: Card): Map<string, unknown> {
  const attributes = Object.entries(card.attributes).map(
    ([key, value]) => [`attributes.${key}`, value] as const,
  );
  return new Map<string, unknown>([
    ...own.map((field) => [field, card[field] ?? null] as const),
    ['ownerStaffId', card.owner?.name ?? null],
    ['teamId', card.team?.name ?? null],
    ...attributes,
  ]);
}

type FieldChange = { field: string; before: unknown; after: unknown };

/** The fields in which two states of a card differ. */
export function changesBetween(before: Card, after: Card): FieldChange[] {
  const [old, next] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...old.keys(), ...next.keys()])]
    .map((field) => ({ field, before: old.get(field) ?? null, after: next.get(field) ?? null }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
}
