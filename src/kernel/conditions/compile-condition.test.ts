import fc from 'fast-check';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely';
import { describe, expect, test } from 'vitest';
import { compileCondition } from './compile-condition.ts';
import type { ConditionField, ConditionScope, SqlType } from './condition-field.ts';
import {
  type Condition,
  conditionLimits,
  fieldTypes,
  type FieldType,
  type Operation,
  operations,
  operationsOf,
  type TestValue,
} from './condition.ts';
import { ConditionShape } from './condition-shape.ts';

const db = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (one) => new PostgresIntrospector(one),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

const sqlTypes: Record<FieldType, SqlType> = {
  text: 'text',
  number: 'numeric',
  money: 'bigint',
  date: 'date',
  instant: 'timestamptz',
  boolean: 'boolean',
  choice: 'text',
  phone: 'text',
  id: 'bigint',
};

const fields = new Map<string, ConditionField>(
  fieldTypes.map((type) => [type, { type, sqlType: sqlTypes[type], value: sql.raw(`t.${type}`) }]),
);
fields.set('phones', {
  type: 'phone',
  sqlType: 'text',
  value: sql.raw('c.value'),
  ofAny: (asked) => sql<boolean>`exists (select from contacts c where c.of = t.id and ${asked})`,
});

const scope: ConditionScope = {
  fieldOf: (key) => fields.get(key),
  timeZone: 'Asia/Tomsk',
  today: '2026-03-02',
};

function compile(condition: Condition) {
  const result = compileCondition(condition, scope);
  if (!result.ok) return { failure: result.failure };
  const { sql: text, parameters } = result.value.compile(db);
  return { text: text.replaceAll(/\s+/g, ' '), parameters };
}

test.each<[FieldType, Operation, TestValue | undefined, string, unknown[]]>([
  ['text', 'is', 'a', 't.text = $1::text', ['a']],
  ['text', 'is_not', 'a', '(t.text = $1::text) is not true', ['a']],
  ['text', 'in', ['a', 'b'], 't.text = any($1::text[])', [['a', 'b']]],
  ['text', 'not_in', ['a'], '(t.text = any($1::text[])) is not true', [['a']]],
  [
    'text',
    'contains',
    'Ёлка_5%',
    "translate(lower(t.text), 'ё', 'е') like $1",
    [String.raw`%елка\_5\%%`],
  ],
  [
    'text',
    'starts',
    String.raw`\a`,
    "translate(lower(t.text), 'ё', 'е') like $1",
    [String.raw`\\a%`],
  ],
  ['text', 'empty', undefined, "(t.text <> '') is not true", []],
  ['text', 'not_empty', undefined, "t.text <> ''", []],
  ['choice', 'is', 'left', 't.choice = $1::text', ['left']],
  ['phone', 'is', '8 (913) 123-45-67', 't.phone = $1::text', ['+79131234567']],
  ['phone', 'is', '9131234567', 't.phone = $1::text', ['+79131234567']],
  ['phone', 'is', '+375291234567', 't.phone = $1::text', ['+375291234567']],
  ['phone', 'starts', '8913', 't.phone like $1', ['+7913%']],
  ['phone', 'contains', '45-67', 't.phone like $1', ['%4567%']],
  ['number', 'gt', 1.5, 't.number > $1::numeric', ['1.5']],
  ['number', 'between', [-1, '2'], 't.number between $1::numeric and $2::numeric', ['-1', '2']],
  ['money', 'lte', -5000, 't.money <= $1::bigint', ['-5000']],
  ['id', 'in', [1, 2], 't.id = any($1::bigint[])', [['1', '2']]],
  ['boolean', 'is', true, 't.boolean = $1::boolean', ['true']],
  ['boolean', 'empty', undefined, '(t.boolean is not null) is not true', []],
  [
    'date',
    'is',
    '2026-02-28',
    't.date >= $1::date and t.date < $2::date',
    ['2026-02-28', '2026-03-01'],
  ],
  ['date', 'gt', '2026-02-28', 't.date >= $1::date', ['2026-03-01']],
  ['date', 'lt', '2026-02-28', 't.date < $1::date', ['2026-02-28']],
  [
    'date',
    'last_days',
    7,
    't.date >= $1::date and t.date < $2::date',
    ['2026-02-24', '2026-03-03'],
  ],
  [
    'date',
    'today',
    undefined,
    't.date >= $1::date and t.date < $2::date',
    ['2026-03-02', '2026-03-03'],
  ],
  [
    'date',
    'next_days',
    7,
    't.date >= $1::date and t.date < $2::date',
    ['2026-03-02', '2026-03-09'],
  ],
  [
    'instant',
    'lte',
    '2026-03-01',
    't.instant < $1::date::timestamp at time zone $2',
    ['2026-03-02', 'Asia/Tomsk'],
  ],
  [
    'instant',
    'gte',
    '2026-03-01T10:00:00Z',
    't.instant >= $1::timestamptz',
    ['2026-03-01T10:00:00Z'],
  ],
])('%s %s %j', (field, op, value, text, parameters) => {
  expect(compile({ field, op, value })).toEqual({ text, parameters });
});

test('a question about several things is asked of any of them, its negation of all', () => {
  const inside = 'exists (select from contacts c where c.of = t.id and c.value = $1::text)';
  expect(compile({ field: 'phones', op: 'is', value: '+79130000000' }).text).toBe(inside);
  expect(compile({ field: 'phones', op: 'is_not', value: '+79130000000' }).text).toBe(
    `(${inside}) is not true`,
  );
});

test('questions are joined and negated', () => {
  const is = (value: string): Condition => ({ field: 'text', op: 'is', value });
  expect(compile({ all: [is('a'), { any: [is('b'), { not: is('c') }] }] }).text).toBe(
    '(t.text = $1::text) and ((t.text = $2::text) or ((t.text = $3::text) is not true))',
  );
  expect(compile({ all: [] }).text).toBe('true');
  expect(compile({ any: [] }).text).toBe('false');
});

describe('every operation of every type', () => {
  const sample: Record<FieldType, TestValue> = {
    text: 'a',
    number: 1,
    money: 1,
    date: '2026-01-01',
    instant: '2026-01-01',
    boolean: true,
    choice: 'a',
    phone: '79130000000',
    id: 1,
  };
  const valueFor = (type: FieldType, op: Operation): TestValue | undefined => {
    const one = sample[type] as string;
    if (op === 'empty' || op === 'not_empty' || op === 'today') return undefined;
    if (op === 'in' || op === 'not_in') return [one];
    if (op === 'between') return [one, one];
    return op === 'last_days' || op === 'next_days' ? 3 : one;
  };
  const all = fieldTypes.flatMap((type) => operations.map((op) => [type, op] as const));
  test.each(all)('%s %s compiles if and only if it makes sense', (field, op) => {
    const { text, failure } = compile({ field, op, value: valueFor(field, op) });
    const isSensible = operationsOf[field].includes(op);
    expect(text?.includes(`t.${field}`) ?? false).toBe(isSensible);
    expect(failure?.code).toBe(isSensible ? undefined : 'kernel.bad_condition');
  });
});

test.each<[string, Operation, TestValue | undefined]>([
  ['number', 'is', '1; drop table t'],
  ['number', 'is', 'NaN'],
  ['number', 'is', '1e400'],
  ['money', 'is', 1.5],
  ['money', 'is', 2 ** 53],
  ['id', 'is', ''],
  ['date', 'is', '2026-02-30'],
  ['date', 'is', '0000-00-00'],
  ['instant', 'is', 'yesterday'],
  ['instant', 'is', '2026-01-01T99:00:00Z'],
  ['boolean', 'is', 'maybe'],
  ['phone', 'is', 'nobody'],
  ['date', 'last_days', 0],
  ['date', 'last_days', 1.5],
  ['date', 'next_days', 0],
  ['date', 'today', 1],
  ['text', 'is', undefined],
  ['text', 'is', ['a', 'b']],
  ['text', 'in', 'a'],
  ['text', 'empty', 'a'],
  ['number', 'between', [1]],
])('%s %s %j is refused', (field, op, value) => {
  const { failure } = compile({ all: [{ field, op, value }] });
  expect(failure?.code).toBe('kernel.bad_condition');
  expect(failure?.fields).toHaveProperty(['filter.all.0']);
});

test('a field that is not there, or that this reader may not see, is refused', () => {
  const { failure } = compile({ not: { field: 't.secret', op: 'not_empty' } });
  expect(failure).toMatchObject({ code: 'kernel.unknown_field', params: { field: 't.secret' } });
});

test('nothing that is typed ever becomes SQL', () => {
  const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.double(), fc.boolean());
  const asked = fc.record({
    field: fc.oneof(fc.constantFrom(...fields.keys()), fc.string()),
    op: fc.constantFrom(...operations),
    value: fc.option(fc.oneof(value, fc.array(value, { maxLength: 3 })), { nil: undefined }),
  });
  const condition = fc.letrec<{ any: Condition }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      asked,
      fc.record({ all: fc.array(tie('any'), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('any'), { maxLength: 3 }) }),
      fc.record({ not: tie('any') }),
    ),
  })).any;
  const words =
    't\\.\\w+ c\\.value c\\.of exists select from contacts c where and or not is true false null ' +
    'any like translate lower between at time zone interval microsecond text numeric bigint ' +
    'boolean date timestamp timestamptz';
  const known = new RegExp(`\\b(${words.replaceAll(' ', '|')})\\b`, 'g');
  fc.assert(
    fc.property(condition, (given) => {
      const { text = '' } = compile(given);
      const rest = text
        .replaceAll(/'(ё|е|1 microsecond|)'/g, '')
        .replaceAll(/\$\d+/g, '')
        .replaceAll(known, '');
      expect(rest).toMatch(/^[\s()[\],:=<>+]*$/);
    }),
  );
});

describe('the shape of a condition', () => {
  const test1: Condition = { field: 'text', op: 'is', value: 'a' };
  const nested = (depth: number): Condition => (depth === 1 ? test1 : { all: [nested(depth - 1)] });

  const times = (length: number) => Array.from({ length }, () => test1);

  test('takes what is within the limits', () => {
    expect(ConditionShape.safeParse(nested(conditionLimits.depth)).success).toBe(true);
    expect(ConditionShape.safeParse({ any: times(conditionLimits.tests) }).success).toBe(true);
  });

  test.each<[string, unknown]>([
    ['too deep', nested(conditionLimits.depth + 1)],
    ['far too deep', nested(5000)],
    ['too many', { all: [{ all: times(60) }, { any: times(60) }] }],
    ['a list too long', { field: 'text', op: 'in', value: Array(501).fill('a') }],
    ['a text too long', { field: 'text', op: 'is', value: 'a'.repeat(501) }],
    ['two kinds at once', { all: [], any: [] }],
    ['an unknown operation', { field: 'text', op: 'matches', value: 'a' }],
    ['an object for a value', { field: 'text', op: 'is', value: { a: 1 } }],
    ['nothing', null],
  ])('refuses %s', (_, given) => {
    expect(ConditionShape.safeParse(given).success).toBe(false);
  });
});
