import type { Condition } from '../../../kernel/conditions/condition.ts';
import { isComplete } from '../../../ui/table/condition.ts';
import type { Draft as Line, Field } from '../../../ui/table/contract.ts';
import { randomId } from '../../../ui/random-id.ts';

/** A condition that is being put together: what is said of it may be half given. */
export type Draft = { key: string; isNot: boolean } & (
  | { kind: 'group'; join: 'all' | 'any'; parts: Draft[] }
  | { kind: 'test'; line: Line }
);
export type Group = Extract<Draft, { kind: 'group' }>;

export const emptyGroup = (join: 'all' | 'any' = 'all', parts: Draft[] = []): Group => ({
  key: randomId(),
  isNot: false,
  kind: 'group',
  join,
  parts,
});

export const draftOfTest = (line: Line): Draft => ({
  key: randomId(),
  isNot: false,
  kind: 'test',
  line,
});

/** A condition as a form shows it: a group at the root, choices always of several. */
export function draftOf(condition: Condition | null, fields: readonly Field[]): Group {
  if (condition === null) return emptyGroup();
  const draft = nodeOf(condition, fields);
  return draft.kind === 'group' && !draft.isNot ? draft : emptyGroup('all', [draft]);
}

function nodeOf(condition: Condition, fields: readonly Field[]): Draft {
  if ('not' in condition) {
    const inner = nodeOf(condition.not, fields);
    // What is denied already stands in a group of its own.
    return inner.isNot ? { ...emptyGroup('all', [inner]), isNot: true } : { ...inner, isNot: true };
  }
  if ('field' in condition) return draftOfTest(lineOf(condition, fields));
  const [join, parts] =
    'all' in condition ? ['all' as const, condition.all] : ['any' as const, condition.any];
  return emptyGroup(
    join,
    parts.map((part) => nodeOf(part, fields)),
  );
}

function lineOf(test: Line, fields: readonly Field[]): Line {
  const type = fieldOf(fields, test.field)?.type;
  if (type !== 'choice' || (test.op !== 'is' && test.op !== 'is_not')) return test;
  return { ...test, op: test.op === 'is' ? 'in' : 'not_in', value: [test.value] };
}

/** The field that is asked about, whatever its window. */
export const fieldOf = <F extends { key: string }>(
  fields: readonly F[],
  asked: string,
): F | undefined =>
  fields.find(({ key }) => key === asked) ?? fields.find(({ key }) => key === asked.split('@')[0]);

/** The condition of all that is said in full; nothing where that is nothing. */
export function conditionOf(draft: Draft): Condition | undefined {
  const plain = draft.kind === 'test' ? testOf(draft.line) : joinedOf(draft);
  return plain && draft.isNot ? { not: plain } : plain;
}

const testOf = (line: Line): Condition | undefined => (isComplete(line) ? line : undefined);

function joinedOf({ join, parts }: Group): Condition | undefined {
  const said = parts.map(conditionOf).filter((part) => part !== undefined);
  if (said.length < 2) return said[0];
  return join === 'all' ? { all: said } : { any: said };
}

/** How many questions are begun and not said in full. */
export const unsaid = (draft: Draft): number =>
  draft.kind === 'test'
    ? Number(!isComplete(draft.line))
    : draft.parts.reduce((sum, part) => sum + unsaid(part), 0);
