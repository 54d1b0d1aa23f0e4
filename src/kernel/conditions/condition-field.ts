import type { RawBuilder } from 'kysely';
import type { FieldType } from './condition.ts';

/** Types of PostgreSQL that a bound value may be cast to, so that indexes serve the comparison. */
export type SqlType =
  | 'text'
  | 'bigint'
  | 'integer'
  | 'numeric'
  | 'boolean'
  | 'date'
  | 'timestamptz'
  | 'inet'
  | 'macaddr';

/** A field as conditions see it. */
export type ConditionField = {
  type: FieldType;
  sqlType: SqlType;
  /** What is compared: one value per row, or per member where the thing has several. */
  value: RawBuilder<unknown>;
  /** Where a thing has several: the same test asked of any of them, e.g. `exists (…)`. */
  ofAny?: ((test: RawBuilder<boolean>) => RawBuilder<boolean>) | undefined;
  /** Where what a thing has is counted or summed: of nothing, the sum is zero. */
  isZeroOfNone?: boolean | undefined;
};

/** What a condition is compiled for: the fields that this reader may ask about, and the present. */
export type ConditionScope = {
  fieldOf: (key: string) => ConditionField | undefined;
  timeZone: string;
  /** The operator's calendar day, YYYY-MM-DD. */
  today: string;
};
