import type { i18n } from 'i18next';
import { join, posix } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { isTest, readProject } from '../tools/tidy/project.ts';
import { loadTexts } from './kernel/i18n/texts.ts';
import { type ListEntity, type ListExtension, listExtensions } from './kernel/list/entity.ts';
import { type SummedField, summedFields } from './kernel/list/summed-field.ts';
import { type RiskFacts, riskFacts } from './subscribers/index.ts';
import { loadWirings } from './wirings.ts';

type Fields = { entity: string; domain: string; fields: ListEntity['fields'] };

const code = readProject().files.filter((file) => /\.tsx?$/.test(file.path) && !isTest(file));
const pages = code.filter(({ text }) => text.includes('<ListPage\n'));
let lists: Fields[];
let sums: string[];
let facts: { domain: string; key: string; told: readonly string[] }[];
let texts: i18n[];

const load = async (path: string): Promise<Record<string, unknown>> =>
  (await import(/* @vite-ignore */ join(import.meta.dirname, '..', path))) as Record<
    string,
    unknown
  >;
const isList = (one: unknown): one is ListEntity =>
  typeof one === 'object' && one !== null && 'events' in one && 'fields' in one;

beforeAll(async () => {
  const wirings = await loadWirings();
  const files = code.filter(
    ({ path, text }) => /= defineList\(/.test(text) && !/kernel/.test(path),
  );
  const declared = await Promise.all(files.map(({ path }) => load(path)));
  const filled = <Piece>(wanted: unknown) =>
    wirings.flatMap(({ domain, fills = [] }) =>
      fills
        .filter(({ slot }) => slot === wanted)
        .map(({ piece }) => ({ domain, piece: piece as Piece })),
    );
  sums = filled<SummedField>(summedFields).map(
    ({ domain, piece }) => `${domain}:sums.${piece.key}`,
  );
  facts = filled<RiskFacts>(riskFacts).flatMap(({ domain, piece }) =>
    piece.facts.map(({ key, told }) => ({ domain, key, told })),
  );
  const added = filled<ListExtension>(listExtensions).map(({ domain, piece }) => ({
    ...piece,
    domain,
  }));
  lists = [...declared.flatMap((one) => Object.values(one)).filter(isList), ...added];
  const known = loadTexts(wirings.map(({ domain }) => domain));
  texts = [known.ru, known.en];
});

test('every field of a list, and every value that one may have, has words in both languages', () => {
  expect(lists.length).toBeGreaterThan(10);
  const keys = lists.flatMap(({ domain, fields }) =>
    fields.flatMap(({ key, label, choices }) => [
      ...(label === undefined ? [`${domain}:fields.${key}`] : []),
      ...(Array.isArray(choices)
        ? choices.map((value) => `${domain}:choices.${key}.${String(value)}`)
        : []),
    ]),
  );
  expect(keys.filter((key) => !texts.every((one) => one.exists(key)))).toEqual([]);
});

test('what is summed, and every fact of risk, has its words in both languages', () => {
  expect(sums.length).toBeGreaterThan(20);
  expect(facts.length).toBeGreaterThan(30);
  const isUnsaid = (key: string): boolean =>
    !texts.every((one) => one.exists(key) || one.exists(key, { count: 3 }));
  const keys = facts.flatMap(({ domain, key, told }) => [
    `retention:risk.facts.${key}`,
    ...told.map((side) => `${domain}:risk.${key}.${side}`),
  ]);
  expect([...sums, ...keys].filter(isUnsaid)).toEqual([]);
});

test('the columns that a page of a list begins with are fields of it', async () => {
  const shown = await Promise.all(
    pages.map(async ({ path, text }) => {
      const [, column = ''] = /\bconst columns = \[([^\]]+)\]/.exec(text) ?? [];
      const [, name = ''] = /\bentity=\{(\w+)\.entity\}/.exec(text) ?? [];
      const [, from = ''] =
        new RegExp(`\\{[^}]*\\b${name}\\b[^}]*\\} from '(.+)'`).exec(text) ?? [];
      const door = posix.join(posix.dirname(path), from);
      const { entity = '' } = ((await load(door))[name] ?? {}) as { entity?: string };
      const keys = lists.filter((one) => one.entity === entity).flatMap(({ fields }) => fields);
      const columns = [...column.matchAll(/'([^']+)'/g)].map(([, key]) => key);
      expect(columns.length).toBeGreaterThan(2);
      const lost = columns.filter((one) => keys.every(({ key }) => key !== one));
      return lost.map((one) => `${path}: ${one}`);
    }),
  );
  expect(shown.flat()).toEqual([]);
  expect(shown.length).toBeGreaterThan(9);
});
