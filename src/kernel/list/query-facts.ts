import { type Condition, testsOf } from '../conditions/condition.ts';
import type { ListQuery } from './api.ts';

/**
 * What the journal keeps of a query: which fields were asked about and shown. The values compared
 * may be somebody's name or phone, so they stand apart, where an erasure reaches them.
 */
export function queryFacts({ columns, filter, sort, groupBy }: ListQuery): {
  facts: Record<string, unknown>;
  personal?: Record<string, unknown>;
} {
  const facts = {
    columns,
    ...(filter ? { asked: askedOf(filter) } : {}),
    ...(sort ? { sort } : {}),
    ...(groupBy ? { groupBy } : {}),
  };
  return { facts, ...(filter ? { personal: { filter } } : {}) };
}

function askedOf(filter: Condition): string[] {
  return [...new Set(testsOf(filter).map(({ field, op }) => `${field} ${op}`))];
}
