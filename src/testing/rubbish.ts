import { makeCursor } from '../kernel/api/cursor.ts';

type Schema = {
  type?: string | string[];
  format?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  items?: Schema;
};

type Path = readonly (string | number)[];

const DEEPEST = 6;

/** Something that fits the schema, with every field filled. */
function example(schema: Schema | undefined, level = 0): unknown {
  if (!schema || level > DEEPEST) return 'x';
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [first] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];
  if (first) return example(first, level + 1);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object') {
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([key, one]) => [key, example(one, level + 1)]),
    );
  }
  if (type === 'array') return [example(schema.items, level + 1)];
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'boolean') return true;
  if (schema.format === 'date') return '2026-01-01';
  if (schema.format === 'date-time') return '2026-12-01T00:00:00Z';
  return schema.format === 'email' ? 'a@example.test' : 'abc';
}

const cursors = [
  ['zz', 'zz', 1.5],
  ['x', 1],
  [9e15, 'journal', 1],
  ['1 (a)', 1],
  ['0000-01-01T00:00:00Z', 1],
  [1e300],
  [0.5, 0.5],
  ['a\0', 1],
  [2_147_483_648, 1],
].map((values) => makeCursor(values));

const texts = [
  'a\0b',
  '\ud800x',
  '9223372036854775808',
  '2147483648',
  '-1',
  'NaN',
  '1e400',
  '0000-01-01',
  '9999-12-31',
  '275760-09-13T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '👨‍👩‍👧'.repeat(20),
  "%' or \\",
  '[[[[',
];

const numbers = [2_147_483_648, -2_147_483_649, Number.MAX_SAFE_INTEGER, 0, -1, 1.5, 1e308];

/** The example, and again for each of its values with each kind of rubbish in its place. */
export function rubbish(schema: unknown): { input: Record<string, unknown>; what: string }[] {
  const base = example(schema as Schema) as Record<string, unknown>;
  const spoilt = leaves(base).flatMap(({ path, value }) =>
    instead(path, value).map((bad) => ({
      input: replaced(base, path, bad) as Record<string, unknown>,
      what: `${path.join('.')} = ${JSON.stringify(bad)}`,
    })),
  );
  return [{ input: base, what: 'the example' }, ...spoilt];
}

function instead(path: Path, value: unknown): readonly unknown[] {
  if (path.at(-1) === 'cursor') return [...cursors, ...texts];
  if (typeof value === 'string') return texts;
  return typeof value === 'number' ? numbers : [];
}

function leaves(value: unknown, path: Path = []): { path: Path; value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((one, at): [number, unknown] => [at, one])
    : Object.entries(value);
  return entries.flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

function replaced(whole: unknown, [key, ...rest]: Path, bad: unknown): unknown {
  if (key === undefined) return bad;
  if (Array.isArray(whole)) {
    return whole.map((one: unknown, at) => (at === key ? replaced(one, rest, bad) : one));
  }
  const object = whole as Record<string, unknown>;
  return { ...object, [key]: replaced(object[key], rest, bad) };
}
