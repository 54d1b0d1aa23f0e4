import type { z } from 'zod';
import { caller, type OutputOf } from '../../../ui/call.ts';
import { hooks } from '../../../ui/query.ts';
import type { bulkRoutes } from '../../api/bulk.ts';

/**
 * The routes of whichever list: its name goes into the path, as an id does. What may be set differs
 * from list to list, and its own server looks at it.
 */
type Of = ReturnType<typeof bulkRoutes<'{entity}', z.ZodType<Record<string, unknown>>>>;
type Routes = {
  [K in keyof Of]: Omit<Of[K], 'input'> & {
    input: z.ZodType<unknown, { entity: string } & In<Of[K]>>;
    output: z.ZodType;
  };
};
type In<R> = R extends { input: infer I extends z.ZodType }
  ? z.input<I> extends Record<string, never>
    ? unknown
    : z.input<I>
  : never;

export const call = caller<Routes>();
export const { useRead } = hooks(call);

export type BulkChange = OutputOf<Routes, 'GET /api/{entity}/bulk-changes/{id}'>;
export type PastBulkChange = OutputOf<Routes, 'GET /api/{entity}/bulk-changes'>['changes'][number];

/** Of which list, where its texts stand, who may change it, and which of its fields. */
export type BulkList = {
  entity: string;
  permission: string;
  /** Fields that may be set for many at once, beside the attributes. */
  fields: readonly string[];
  /** Its rows bear labels, which are put on and taken off. */
  hasLabels?: boolean;
  /** Those of them that are never empty. */
  required: readonly string[];
  /** Values that cannot be set for many: a date would have to be given with them. */
  except?: readonly string[];
};
