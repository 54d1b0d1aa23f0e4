import type { Condition } from '../../kernel/conditions/condition.ts';

/** What two groups are compared by: the mean of what is summed for each, or a share of them. */
export type Figure =
  | { key: string }
  | {
      key: 'inDebt' | 'suspended' | 'gone';
      /** Whom the share counts. */
      of: Condition;
    };

/** In the order in which a page shows them. */
export const figures: readonly Figure[] = [
  { key: 'tenureMonths' },
  { key: 'charged@30d' },
  { key: 'paid@90d' },
  { key: 'services' },
  { key: 'tickets@90d' },
  { key: 'contacts@90d' },
  { key: 'outageHours@90d' },
  { key: 'balanceFalls@90d' },
  { key: 'brokenPromises@365d' },
  { key: 'inDebt', of: { field: 'balance', op: 'lt', value: 0 } },
  { key: 'suspended', of: { field: 'status', op: 'is', value: 'suspended' } },
  { key: 'gone', of: { field: 'status', op: 'is', value: 'left' } },
];
