import { fieldsOf } from '../card-fields.ts';
import type { Card, RecordInput } from '../client.ts';

/**
 * How each field is chosen: by itself, together with the whole name (one part without the others
 * makes no sense), or not at all. Attributes are chosen one by one.
 */
const choices: Record<Exclude<keyof RecordInput, 'attributes'>, 'alone' | 'name' | 'never'> = {
  kind: 'never',
  displayName: 'name',
  lastName: 'name',
  firstName: 'name',
  middleName: 'name',
  birthOn: 'alone',
  taxNumber: 'alone',
  status: 'alone',
  customerSince: 'alone',
  leftOn: 'alone',
  // Each keeps its own: it is by this that the other program finds them.
  externalId: 'never',
  note: 'alone',
  ownerStaffId: 'alone',
  teamId: 'alone',
};

const chosen = (how: 'alone' | 'name'): readonly string[] =>
  Object.entries(choices).flatMap(([field, choice]) => (choice === how ? [field] : []));

export type MergeRow = {
  /** The field whose name and values are shown. */
  field: string;
  /** What is sent when the other one's value is taken. */
  takes: readonly string[];
  into: unknown;
  from: unknown;
  isSame: boolean;
};

/** What two cards have in each field, those that differ first. */
export function mergeRows(into: Card, from: Card): MergeRow[] {
  const [left, right] = [fieldsOf(into), fieldsOf(from)];
  const row = (field: string, takes: readonly string[], a: unknown, b: unknown): MergeRow => ({
    field,
    takes,
    into: a ?? null,
    from: b ?? null,
    isSame: JSON.stringify(a ?? null) === JSON.stringify(b ?? null),
  });
  const keys = new Set([...Object.keys(into.attributes), ...Object.keys(from.attributes)]);
  const rows = [
    row('displayName', chosen('name'), into.displayName, from.displayName),
    ...chosen('alone').map((field) => row(field, [field], left.get(field), right.get(field))),
    ...[...keys].map((key) => {
      const field = `attributes.${key}`;
      return row(field, [field], into.attributes[key], from.attributes[key]);
    }),
  ];
  const isTold = ({ into: a, from: b }: MergeRow): boolean =>
    ![a, b].every((value) => value === null || value === '');
  return rows.filter(isTold).toSorted((a, b) => Number(a.isSame) - Number(b.isSame));
}

/** What is taken unless somebody chooses: the other one's value where this one has none. */
export function usualChoice(rows: readonly MergeRow[]): ReadonlySet<string> {
  const isEmpty = (value: unknown): boolean => value === null || value === '';
  return new Set(
    rows.filter((row) => isEmpty(row.into) && !isEmpty(row.from)).map((row) => row.field),
  );
}
