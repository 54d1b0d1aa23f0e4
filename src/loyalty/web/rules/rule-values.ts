import type { Rule, RuleFields } from '../client.ts';

/** A rule as its form holds it. */
export type RuleValues = Pick<Rule, 'name' | 'signal' | 'capPeriod' | 'isArchived'> & {
  bound: number | undefined;
  points: number | undefined;
  pendingDays: number | undefined;
  mostPoints: number | undefined;
  budgetPoints: number | undefined;
};

export const valuesOf = (rule: Rule | null): RuleValues => ({
  name: rule?.name ?? '',
  signal: rule?.signal ?? 'on_time',
  capPeriod: rule?.capPeriod ?? 'month',
  isArchived: rule?.isArchived ?? false,
  bound: rule?.bound ?? 0,
  points: rule?.points,
  pendingDays: rule?.pendingDays ?? 0,
  mostPoints: rule?.mostPoints ?? undefined,
  budgetPoints: rule?.budgetPoints ?? undefined,
});

/** As the server takes them. */
export const fieldsOf = (values: Omit<RuleValues, 'isArchived'>): RuleFields => ({
  ...values,
  bound: values.bound ?? 0,
  points: values.points ?? 0,
  pendingDays: values.pendingDays ?? 0,
  mostPoints: values.mostPoints ?? null,
  budgetPoints: values.budgetPoints ?? null,
});
