import { type RawBuilder, sql } from 'kysely';
import { fail, ok, type Result } from '../result.ts';
import { type Condition, operationsOf, type Test } from './condition.ts';
import type { ConditionField, ConditionScope } from './condition-field.ts';
import { compareMoments } from './compare-moments.ts';
import { type Operands, readOperands } from './read-values.ts';

/**
 * Turns a condition into the boolean expression of a WHERE clause; every value is bound. A row
 * whose field is empty answers no to a question and yes to its negation.
 * @returns `kernel.unknown_field` or `kernel.bad_condition`, with the path of the question
 */
export function compileCondition(
  condition: Condition,
  scope: ConditionScope,
  path = 'filter',
): Result<RawBuilder<boolean>> {
  if ('all' in condition) return joined(condition.all, 'all', scope, path);
  if ('any' in condition) return joined(condition.any, 'any', scope, path);
  if ('not' in condition) {
    const inner = compileCondition(condition.not, scope, `${path}.not`);
    return inner.ok ? ok(sql<boolean>`(${inner.value}) is not true`) : inner;
  }
  return compileTest(condition, scope, path);
}

/** No condition in `all` is true, no condition in `any` is false. */
function joined(
  conditions: readonly Condition[],
  kind: 'all' | 'any',
  scope: ConditionScope,
  path: string,
): Result<RawBuilder<boolean>> {
  const parts: RawBuilder<boolean>[] = [];
  for (const [at, condition] of conditions.entries()) {
    const part = compileCondition(condition, scope, `${path}.${kind}.${at}`);
    if (!part.ok) return part;
    parts.push(sql<boolean>`(${part.value})`);
  }
  if (parts.length === 0) return ok(kind === 'all' ? sql<boolean>`true` : sql<boolean>`false`);
  return ok(sql<boolean>`${sql.join(parts, kind === 'all' ? sql` and ` : sql` or `)}`);
}

function compileTest(test: Test, scope: ConditionScope, path: string): Result<RawBuilder<boolean>> {
  const field = scope.fieldOf(test.field);
  if (!field)
    return fail('kernel.unknown_field', { field: test.field }, { [path]: 'kernel.unknown_field' });
  const operands = operationsOf[field.type].includes(test.op)
    ? readOperands(field.type, test, field.sqlType)
    : undefined;
  if (!operands) {
    return fail('kernel.bad_condition', { field: test.field }, { [path]: 'kernel.invalid_field' });
  }
  return ok(ask(field, test.op, operands, scope));
}

/** Negations are asked of the whole: "no phone is this one", not "some phone is another". */
function ask(
  field: ConditionField,
  op: Test['op'],
  operands: Operands,
  scope: ConditionScope,
): RawBuilder<boolean> {
  const { ofAny = (test) => test } = field;
  switch (op) {
    case 'is_not':
      return sql<boolean>`(${ask(field, 'is', operands, scope)}) is not true`;
    case 'not_in':
      return sql<boolean>`(${ask(field, 'in', operands, scope)}) is not true`;
    case 'empty':
      return sql<boolean>`(${ask(field, 'not_empty', operands, scope)}) is not true`;
    case 'not_empty':
      return ofAny(isFilled(field));
    default:
      return askOfSums(
        field,
        field.isZeroOfNone === true && isTrueOfZero(op, operands),
        field.type === 'date' || field.type === 'instant'
          ? compareMoments(field, op, operands, scope)
          : compare(field, op, operands),
      );
  }
}

/** What zero answers too is asked the other way: of those who have something, none says no. */
function askOfSums(
  { ofAny = (test) => test }: ConditionField,
  isTrueOfNone: boolean,
  test: RawBuilder<boolean>,
): RawBuilder<boolean> {
  return isTrueOfNone
    ? sql<boolean>`(${ofAny(sql<boolean>`(${test}) is not true`)}) is not true`
    : ofAny(test);
}

function isTrueOfZero(op: Test['op'], operands: Operands): boolean {
  const [first = 0, second = 0] = operands.map(Number);
  switch (op) {
    case 'is':
    case 'in':
      return operands.some((one) => Number(one) === 0);
    case 'gt':
      return first < 0;
    case 'gte':
      return first <= 0;
    case 'lt':
      return first > 0;
    case 'lte':
      return first >= 0;
    case 'between':
      return first <= 0 && second >= 0;
    default:
      return false;
  }
}

function isFilled({ value, sqlType }: ConditionField): RawBuilder<boolean> {
  return sqlType === 'text' ? sql<boolean>`${value} <> ''` : sql<boolean>`${value} is not null`;
}

function compare(field: ConditionField, op: Test['op'], operands: Operands): RawBuilder<boolean> {
  const { value } = field;
  const cast = sql.raw(field.sqlType);
  const [first = '', second = ''] = operands;
  switch (op) {
    case 'is':
      return sql<boolean>`${value} = ${first}::${cast}`;
    case 'in':
      return sql<boolean>`${value} = any(${[...operands]}::${cast}[])`;
    case 'contains':
      return like(field, `%${likePattern(first)}%`);
    case 'starts':
      return like(field, `${likePattern(first)}%`);
    case 'between':
      return sql<boolean>`${value} between ${first}::${cast} and ${second}::${cast}`;
    default:
      return sql<boolean>`${value} ${comparison(op)} ${first}::${cast}`;
  }
}

/** Letters are compared as people read them: without regard to case, and ё as е. */
function like({ type, value }: ConditionField, pattern: string): RawBuilder<boolean> {
  return type === 'phone'
    ? sql<boolean>`${value} like ${pattern}`
    : sql<boolean>`translate(lower(${value}), 'ё', 'е') like ${foldCase(pattern)}`;
}

const foldCase = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');

const likePattern = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);

const signs: Partial<Record<Test['op'], string>> = { gt: '>', gte: '>=', lt: '<', lte: '<=' };

/** The sign of an ordering question, as SQL. */
function comparison(op: Test['op']): RawBuilder<unknown> {
  const sign = signs[op];
  if (!sign) throw new Error(`${op} orders nothing`);
  return sql.raw(sign);
}
