import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { SubscriberFields } from '../api/record.ts';

/** A field of a subscriber's own row that people write. */
export type Field = keyof z.output<typeof SubscriberFields> | 'kind';

type Column = {
  /** Files bring it: an import writes it, changes it, and takes the change back. */
  isLoaded: boolean;
  /** The card and the person's export show it as it stands; owner and team go by their names. */
  isTold: boolean;
  /** An erasure sets it to its column's default, which is empty; figures count on the rest. */
  isErased: boolean;
};

/**
 * What becomes of each field besides being written by hand. Whatever writes, reads, loads or erases
 * a row takes its columns from here; a column is called as its field is, in snake_case.
 */
const columns = {
  kind: { isLoaded: true, isTold: true, isErased: false },
  displayName: { isLoaded: true, isTold: true, isErased: true },
  lastName: { isLoaded: true, isTold: true, isErased: true },
  firstName: { isLoaded: true, isTold: true, isErased: true },
  middleName: { isLoaded: true, isTold: true, isErased: true },
  birthOn: { isLoaded: true, isTold: true, isErased: true },
  taxNumber: { isLoaded: true, isTold: true, isErased: true },
  status: { isLoaded: true, isTold: true, isErased: false },
  customerSince: { isLoaded: true, isTold: true, isErased: false },
  leftOn: { isLoaded: true, isTold: true, isErased: false },
  externalId: { isLoaded: true, isTold: true, isErased: true },
  note: { isLoaded: true, isTold: true, isErased: true },
  attributes: { isLoaded: true, isTold: true, isErased: true },
  ownerStaffId: { isLoaded: false, isTold: false, isErased: false },
  teamId: { isLoaded: false, isTold: false, isErased: false },
} as const satisfies Record<Field, Column>;

type FieldThat<Trait extends keyof Column> = {
  [F in Field]: (typeof columns)[F][Trait] extends true ? F : never;
}[Field];

export type LoadedField = FieldThat<'isLoaded'>;

export const fields = Object.keys(columns) as readonly Field[];
export const loadedFields = fieldsThat('isLoaded');
export const toldFields = fieldsThat('isTold');
export const erasedFields = fieldsThat('isErased');

function fieldsThat<Trait extends keyof Column>(trait: Trait): readonly FieldThat<Trait>[] {
  return fields.filter((field): field is FieldThat<Trait> => columns[field][trait]);
}

/** The column of a field: `left_on` of `leftOn`. */
export const columnName = (field: string): string =>
  field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * The columns of fields as a list in SQL.
 * @param of stands before each: `r.`
 */
export const columnList = (some: readonly Field[], of = ''): RawBuilder<unknown> =>
  sql.raw(some.map((field) => of + columnName(field)).join(', '));
