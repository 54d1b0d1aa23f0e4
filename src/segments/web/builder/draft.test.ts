import { expect, test } from 'vitest';
import type { Condition } from '../../../kernel/conditions/condition.ts';
import type { Field } from '../../../ui/table/contract.ts';
import { conditionOf, draftOf, unsaid } from './draft.ts';

const plain = { sortable: false, groupable: false, filterable: true, isFast: false };
const fields: Field[] = [
  { key: 'status', type: 'choice', choices: [{ value: 'left' }], ...plain },
  { key: 'tickets', type: 'number', ...plain },
];
const many: Condition = { field: 'tickets@30d', op: 'gte', value: 3 };
const gone: Condition = { field: 'status', op: 'in', value: ['left'] };

test.each<[string, Condition, Condition]>([
  ['a question', many, many],
  ['groups', { any: [{ all: [many, gone] }, gone] }, { any: [{ all: [many, gone] }, gone] }],
  ['a denial', { not: { any: [many, gone] } }, { not: { any: [many, gone] } }],
  ['one value of a choice is a set of one', { field: 'status', op: 'is', value: 'left' }, gone],
  ['a denial of a denial', { not: { not: many } }, { not: { not: many } }],
])('%s goes through the form as it was', (_, given, expected) => {
  expect(conditionOf(draftOf(given, fields))).toEqual(expected);
});

test('what is not said in full is left out, and counted', () => {
  const begun = { field: 'tickets@30d', op: 'gte' } as const;
  const draft = draftOf({ all: [many, begun] }, fields);
  expect(conditionOf(draft)).toEqual(many);
  expect(unsaid(draft)).toBe(1);
  expect(conditionOf(draftOf(null, fields))).toBeUndefined();
});
