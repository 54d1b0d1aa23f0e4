import { z } from 'zod';
import { columnTypes } from '../reading/column-types.ts';
import { targets } from './targets.ts';

/** What becomes of one column. */
export const ColumnMapping = z.object({
  target: z.enum(targets),
  /** What an attribute, a service or a contact is called; the column's own name where left out. */
  label: z.string().trim().min(1).max(100).optional(),
  /** The type of an attribute; found from all its values where left out. */
  type: z.enum(columnTypes).optional(),
  /** What single values mean, by the value in lower case: `{ yes: 'left' }`. */
  values: z.record(z.string().max(200), z.string().max(200)).optional(),
  /** How surely the target was guessed, from 0 to 1; 1 for what a person chose. */
  confidence: z.number().min(0).max(1).optional(),
  /** Debts stand there as positive sums. */
  isNegated: z.boolean().optional(),
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** What becomes of a file's columns, in their order. */
export const Mapping = z.array(ColumnMapping).max(1_000);
export type Mapping = z.infer<typeof Mapping>;
