import { chargeLevelsOf } from '../../billing/index.ts';
import type { ValueSource } from '../slots.ts';

/** Whoever pays more a month than most do goes somewhat ahead. */
export const monthlyCharge: ValueSource = {
  key: 'monthly_charge',
  tiersOf: async (ctx, subscriberIds) => {
    const levels = await chargeLevelsOf(ctx, subscriberIds);
    return new Map([...levels].map(([id, level]) => [id, level === 'top' ? 2 : 1]));
  },
};
