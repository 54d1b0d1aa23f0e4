import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readProject, type Project } from '../tools/tidy/project.ts';
import { rules } from '../tools/tidy/rules.ts';

const project = readProject();
const listFile = join(import.meta.dirname, '../tools/tidy/known-offences.json');
const known = JSON.parse(readFileSync(listFile, 'utf8')) as Record<string, string[]>;

describe('the house is tidy', () => {
  test.each(rules)('$name', (rule) => {
    const listed = known[rule.name] ?? [];
    const offences = rule.find(project);
    const fresh = offences.filter(({ where }) => !listed.includes(where));
    expect(fresh.map(({ where, what }) => `${where}: ${what}`)).toEqual([]);
    const mended = listed.filter((where) => !offences.some((one) => one.where === where));
    expect(mended, 'these are mended: take them off known-offences.json').toEqual([]);
  });
});

/** A project of a few files; a rule must find what is wrong in it, or the rule proves nothing. */
function sample(files: Record<string, string>, commits: string[] = []): Project {
  return {
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    domains: ['staff', 'tickets', 'imports'],
    commits,
  };
}

function found(ruleName: string, files: Record<string, string>, commits?: string[]): string[] {
  const rule = rules.find(({ name }) => name === ruleName);
  return rule?.find(sample(files, commits)).map(({ where }) => where) ?? ['no such rule'];
}

describe('imports', () => {
  const rule = 'imports go up the map and through a door';
  test.each([
    ['src/kernel/a.ts', "import { x } from '../staff/index.ts';"],
    ['src/ui/a.tsx', "import type { X } from '../staff/api.ts';"],
    ['src/ui/a.tsx', "import { x } from '../kernel/db/connect.ts';"],
    ['src/staff/a.ts', "import { x } from '../tickets/index.ts';"],
    ['src/staff/a.ts', "import type { X } from '../tickets/index.ts';"],
    ['src/staff/a.ts', "const x = await import('../tickets/index.ts');"],
    ['src/staff/a.ts', "type X = import('../tickets/index.ts').X;"],
    ['src/staff/a.ts', "export * from '../tickets/index.ts';"],
    ['src/tickets/a.ts', "import { x } from '../staff/queries.ts';"],
    ['src/tickets/a.ts', "import {\n  x,\n} from '../staff/web/index.tsx';"],
    ['src/tickets/a.ts', "import { x } from '../ui/call.ts';"],
    ['src/tickets/a.ts', "import { x } from '../testing/world.ts';"],
    ['src/tickets/a.ts', "import { x } from './web/page.tsx';"],
    ['src/tickets/web/a.tsx', "import { x } from '../../staff/index.ts';"],
    ['src/tickets/web/a.tsx', "import { x } from '../queries.ts';"],
    ['src/tickets/web/a.tsx', "import { x } from '../../kernel/db/connect.ts';"],
    ['src/other/a.ts', "import { x } from '../staff/index.ts';"],
  ])('refuses in %s: %s', (path, text) => {
    expect(found(rule, { [path]: text })).toHaveLength(1);
  });

  test.each([
    ['src/tickets/a.ts', "import { x } from '../staff/index.ts';"],
    ['src/tickets/a.ts', "import type { X } from '../staff/api/people.ts';"],
    ['src/tickets/a.ts', "import { x } from '../kernel/db/connect.ts';"],
    ['src/tickets/a.ts', "// import { x } from '../imports/index.ts';"],
    ['src/tickets/a.db.test.ts', "import { x } from '../testing/world.ts';"],
    ['src/tickets/web/a.tsx', "import { x } from '../../ui/call.ts';"],
    ['src/tickets/web/a.tsx', "import { X } from '../../staff/web/index.tsx';"],
    ['src/tickets/web/a.tsx', "import type { Row } from '../queries.ts';"],
    ['src/kernel/a.ts', "import { domains } from '../map.ts';"],
  ])('allows in %s: %s', (path, text) => {
    expect(found(rule, { [path]: text })).toEqual([]);
  });
});

describe('tables', () => {
  const rule = 'a table has one owner, who alone writes to it';
  const house = {
    'schema.sql':
      'create table staff (\n  id bigint\n);\ncreate table ticket_visits (\n  id bigint\n);',
    'src/staff/README.md': '# staff\n\nTables: staff\n',
    'src/tickets/README.md': '# tickets\n\nTables: ticket_visits\n',
  };
  test.each([
    'sql`insert into ticket_visits (id) values (1)`',
    'sql`UPDATE ticket_visits v SET id = 1`',
    'sql`delete from ticket_visits where id = 1`',
    "db.insertInto('ticketVisits')",
    "db.updateTable('ticketVisits as v')",
    "copyRows(ctx.client, 'ticket_visits', ['id'], rows)",
  ])('refuses another’s write: %s', (text) => {
    expect(found(rule, { ...house, 'src/staff/a.ts': text })).toEqual([
      'src/staff/a.ts: ticket_visits',
    ]);
    expect(found(rule, { ...house, 'src/tickets/a.ts': text })).toEqual([]);
  });

  test('a table without an owner, or with two', () => {
    const lonely = { ...house, 'src/tickets/README.md': '# tickets' };
    expect(found(rule, lonely)).toEqual(['table ticket_visits']);
    const shared = { ...house, 'src/imports/README.md': 'Tables: staff' };
    expect(found(rule, shared)).toEqual(['table staff']);
  });
});

describe('texts', () => {
  const rule = 'Russian and English say the same things';
  const texts = (ru: object, en: object): Record<string, string> => ({
    'src/tickets/web/ru.json': JSON.stringify(ru),
    'src/tickets/web/en.json': JSON.stringify(en),
  });
  test.each([
    [{ a: 'а' }, {}],
    [{}, { a: 'a' }],
    [
      { n_one: '1', n_few: '2' },
      { n_one: '1', n_other: '2' },
    ],
    [{ a: '{{who}}' }, { a: '{{whom}}' }],
  ])('finds what differs in %j and %j', (ru, en) => {
    expect(found(rule, texts(ru, en))).toHaveLength(1);
  });

  test('reads plural forms and nested keys', () => {
    const ru = { a: { days_one: '{{count}} день', days_few: 'дня', days_many: 'дней' } };
    const en = { a: { days_one: '{{count}} day', days_other: '{{count}} days' } };
    expect(found(rule, texts(ru, en))).toEqual([]);
  });

  test('finds dead texts and missing ones', () => {
    const both = { shown: 'a', dead: 'b', status: { open: 'c' }, errors: { closed: 'd' } };
    const code = "t('shown'); t(`status.${status}`); t('missing'); fail('tickets.closed');";
    expect(
      found('every text is shown, and what is shown has a text', {
        ...texts(both, both),
        'src/tickets/web/a.tsx': code,
      }),
    ).toEqual(['tickets: dead', 'src/tickets/web/a.tsx: missing']);
  });
});

describe('the other rules find what they look for', () => {
  const tested = 'a use case has a file of its name and a test';
  const longFile = 'x\n'.repeat(301);
  const useCase = 'export async function openTicket(ctx: Ctx, input: X): Promise<Result<Y>> {}';
  const wiring = "export const wiring = { handlers: { 'POST /api/tickets': openTicket } };";
  const number = ['see #', 12].join('');
  const later = ['// TO', 'DO: later'].join('');
  const told = 'screens wait for what is told, and every event is told or kept on purpose';
  const live = {
    'src/staff/live-events.ts': "const liveEvents = { 'staff.come': 'signed-in' };",
    'src/staff/web/b.tsx': "useLiveRefresh(['staff.*'], [])",
  };
  const index = 'an index named in a comment stands in schema.sql as written';
  const schema = 'CREATE INDEX staff_team ON staff USING btree (team_id) WHERE (is_here);';
  const words = 'every value of a list has its word';
  const states = {
    'src/staff/api.ts': "z.enum(['ready', 'away', 'gone'])",
    'src/staff/web/ru.json': JSON.stringify({ states: { ready: 'a', away: 'b' } }),
  };
  const checked = 'a CHECK and the list in the code have the same values';
  const drifted = {
    'schema.sql': `CREATE TABLE calls (\n  CHECK ((state = ANY (ARRAY['a'::text, 'b'::text, 'c'::text])))\n);`,
    'src/staff/README.md': 'Tables: calls',
    'src/staff/api.ts': "const states = ['a', 'b', 'c', 'd'] as const;",
  };
  const unlisted = { ...drifted, 'src/staff/api.ts': '' };
  const oneMore = {
    ...drifted,
    'schema.sql': `CREATE TABLE calls (\n  CHECK ((state = ANY (ARRAY['a'::text, 'b'::text])))\n);`,
    'src/staff/api.ts': "type State = 'a' | 'b' | 'c';",
  };
  const home = ['', 'home', 'anna'].join('/');
  test.each<[string, Record<string, string>]>([
    ['every folder of src is in the map', { 'src/other/a.ts': '' }],
    [checked, drifted],
    [checked, unlisted],
    [checked, oneMore],
    ['files are short', { 'src/staff/a.ts': longFile }],
    ['files are short', { 'src/staff/README.md': 'x\n'.repeat(16) }],
    ['lines fit in 100 columns', { 'src/staff/a.ts': `// ${'x'.repeat(98)}` }],
    ['names say what a thing is', { 'src/staff/team-manager.ts': '' }],
    ['names say what a thing is', { 'src/staff/a.ts': 'export const userInfo = 1;' }],
    ['the project speaks only of itself', { 'src/staff/a.ts': `// ${number}` }],
    ['the project speaks only of itself', { 'tools/a.ts': `const a = '${home}';` }],
    ['the project speaks only of itself', { 'tools/a.ts': later }],
    ['files that a guide names are there', { 'CONTRIBUTING.md': 'see `gone.ts`' }],
    ['no code sleeps in comments', { 'src/staff/a.ts': '// const a = 1;' }],
    ['every domain has a README', { 'src/staff/a.ts': '' }],
    [tested, { 'src/staff/a.ts': useCase, 'src/staff/wiring.ts': wiring }],
    [tested, { 'src/staff/open-ticket.ts': useCase, 'src/staff/wiring.ts': wiring }],
    [
      'queries name their columns',
      { 'schema.sql': 'create table staff (', 'src/staff/a.ts': 'sql`select * from staff`' },
    ],
    ['queries name their columns', { 'src/staff/a.ts': "db.selectFrom('staff').selectAll()" }],
    ['components hold no words of a language', { 'src/staff/web/a.tsx': '<b>Привет</b>' }],
    [told, { 'src/staff/web/a.tsx': "useLive(['staff.gone'], look)" }],
    [told, { ...live, 'src/staff/web/a.tsx': "refreshOn={['staff.come', 'staff.went']}" }],
    [told, { ...live, 'src/staff/a.ts': "emit(ctx, { type: 'staff.went' })" }],
    [told, { ...live, 'src/staff/a.ts': "tell(ctx, row, 'staff.went', {})" }],
    [index, { 'schema.sql': schema, 'src/staff/a.ts': '// staff_name (name)' }],
    [index, { 'schema.sql': schema, 'src/staff/a.ts': '// staff_team (team_id, name)' }],
    [index, { 'schema.sql': schema, 'src/staff/a.ts': '// staff_team (team_id) where is_old' }],
    [words, { ...states, 'src/staff/web/a.tsx': 't(`states.${state}`)' }],
    [words, { ...states, 'src/staff/a.ts': "warn(draft, 'too_late', column, value)" }],
  ])('%s: %j', (rule, files) => {
    expect(found(rule, files)).toHaveLength(1);
  });

  test('a commit speaks of the project only', () => {
    const rule = 'the project speaks only of itself';
    expect(found(rule, {}, [`staff: Sign in. ${number}`])).toHaveLength(1);
    expect(found(rule, {}, ['staff: Sign in by a link.'])).toEqual([]);
  });

  test('a use case with its test, and words of the field, are fine', () => {
    const house = { 'src/staff/open-ticket.ts': useCase, 'src/staff/wiring.ts': wiring };
    expect(found(tested, { ...house, 'src/staff/open-ticket.db.test.ts': '' })).toEqual([]);
    const call = "world.via(api)('POST /api/tickets', input)";
    expect(found(tested, { ...house, 'src/staff/tickets.db.test.ts': call })).toEqual([]);
    const asks = { ...live, 'src/staff/a.ts': "emit(ctx, { type: 'staff.come' })" };
    expect(found(told, asks)).toEqual([]);
    const named = '// staff_team (team_id) where is_here, then staff_team';
    expect(found(index, { 'schema.sql': schema, 'src/staff/a.ts': named })).toEqual([]);
    const apart = "state === 'gone' ? null : t(`states.${state}`)";
    expect(found(words, { ...states, 'src/staff/web/a.tsx': apart })).toEqual([]);
    const names = { 'src/staff/a.ts': 'const serviceAddress = 1; const dataDir = 2;' };
    expect(found('names say what a thing is', names)).toEqual([]);
  });
});
