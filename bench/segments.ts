import { ask, type Base } from './base.ts';
import type { Case } from './measure.ts';

const BAR_MS = 1000;
const withUs = { field: 'status', op: 'in', value: ['active', 'suspended'] };

/** Conditions as people ask them: of what is known, of what happened, of what it sums up to. */
const asked = {
  'a column': { all: [withUs] },
  'three tickets in 30 days': { all: [withUs, { field: 'tickets@30d', op: 'gte', value: 3 }] },
  'balance below zero twice this quarter': {
    all: [withUs, { field: 'balanceFalls@quarter', op: 'gte', value: 2 }],
  },
  'silent for 60 days': {
    all: [
      withUs,
      { field: 'contacts@60d', op: 'is', value: 0 },
      { field: 'payments@60d', op: 'is', value: 0 },
    ],
  },
  'an outage or a late touch': {
    any: [
      { field: 'outageHours@30d', op: 'gt', value: 4 },
      { field: 'lateTouches@30d', op: 'gt', value: 0 },
    ],
  },
};

/** How fast it is told about how many meet a condition, and how many exactly. */
export function segments(base: Base): Promise<Case[]> {
  const of = (route: string, condition: object) => () =>
    ask(base, 'POST', `/api/segments/${route}`, { condition });
  const cases = Object.entries(asked).flatMap(([name, condition]): Case[] => [
    {
      name: `segment, about: ${name}`,
      runs: 20,
      barMs: BAR_MS,
      call: of('estimate', condition),
    },
    { name: `segment, exactly: ${name}`, runs: 5, call: of('count', condition) },
  ]);
  return Promise.resolve(cases);
}
