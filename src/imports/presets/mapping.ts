import type { ColumnType } from '../reading/column-profile.ts';
import type { Target } from './targets.ts';

/** What becomes of one column. */
export type ColumnMapping = {
  target: Target;
  /** What an attribute, a service or a contact is called; the column's own name where left out. */
  label?: string | undefined;
  /** The type of an attribute; found from all its values where left out. */
  type?: ColumnType | undefined;
  /** What single values mean, by the value in lower case: `{ yes: 'left' }`. */
  values?: Record<string, string> | undefined;
  /** Debts stand there as positive sums. */
  isNegated?: boolean | undefined;
};

/** What becomes of a file's columns, in their order. */
export type Mapping = readonly ColumnMapping[];
