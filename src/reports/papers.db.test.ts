import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRole } from '../staff/index.ts';
import { must } from '../kernel/result.ts';
import { readPdf, takeBy } from '../testing/pdf.ts';
import { type SignedIn, signedIn } from '../testing/staff.ts';
import { createSubscribersWorld } from '../testing/subscribers.ts';
import type { World } from '../testing/world.ts';
import { api as workApi } from '../work/api.ts';
import { api } from './api.ts';
import { addFacts } from './testing/add-facts.ts';

/** The world stands on the 2nd of March 2026, a Monday. */
const FEBRUARY = '2026-02-01';

let world: World;
let boss: SignedIn;

beforeAll(async () => {
  let add: () => Promise<number>;
  ({ world, add } = await createSubscribersWorld());
  boss = await signedIn(world, { name: 'Хозяин' });
  const agent = await signedIn(world, { name: 'Агентова Анна', permissions: {} });
  await addFacts(world, [await add(), await add(), await add()], agent.staffId);
  await world.tick('reports.night');
});
afterAll(() => world.close());

const take = (ask: Record<string, string | number>, as = boss.as) =>
  takeBy(world, 'GET /api/kpi-report', { input: { ...ask }, as });

const linesOf = (file: Buffer): string[][] =>
  file
    .toString('utf8')
    .replace('\u{FEFF}', '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(';'));

test('what stands on the screen leaves as a table or on paper, and agrees with it', async () => {
  const { body } = await world.via(api)('GET /api/kpis', { months: 3 }, boss.as);
  const csv = linesOf((await take({ report: 'kpis', months: 3, format: 'csv' })).file);
  const at = body.months.indexOf(FEBRUARY);
  const of = (name: string): string | undefined => csv.find(([first]) => first === name)?.[2 + at];
  expect(of('Обращения')).toBe('7');
  expect(of('Первое касание в норме')).toBe('66,67');
  expect(of('Продано, в месяц')).toBe('1100');
  expect(of('Цена привлечения (CAC)')).toBe('1500');
  // Every figure of the page, and the three of what sales cost and bring.
  expect(csv).toHaveLength(1 + body.kpis.length + 3);
  const asked = { kpi: 'contacts', month: FEBRUARY } as const;
  const rows = linesOf((await take({ report: 'rows', ...asked, format: 'csv' })).file);
  expect(rows).toHaveLength(1 + 7);
  const accounts = await take({ report: 'rows', kpi: 'base', month: FEBRUARY, format: 'csv' });
  expect(linesOf(accounts.file)).toHaveLength(1 + 3);
  const parts = await take({ report: 'parts', ...asked, by: 'channel', format: 'csv' });
  expect(linesOf(parts.file).slice(1)).toEqual([
    ['Звонок', '4'],
    ['Письмо', '3'],
  ]);
  const sheet = await take({ report: 'cohorts', format: 'xlsx' });
  expect(sheet.file.subarray(0, 2).toString()).toBe('PK');
  const paper = await take({ report: 'kpis', format: 'pdf' });
  expect(paper.name).toBe('Показатели.pdf');
  expect(await readPdf(paper.file)).toMatch(/Показатели .*Первое касание в норме.* 66,67/);
  const lives = await take({ report: 'survival', lives: 'technology', format: 'pdf' });
  expect(await readPdf(lives.file)).toContain('Оптика');
});

test('rows leave only for whom they may be opened, and within their reach', async () => {
  const rows = { report: 'rows', kpi: 'contacts', month: FEBRUARY, format: 'csv' };
  const viewer = await signedIn(world, { permissions: ['reports.view'] });
  expect((await take({ report: 'kpis', format: 'csv' }, viewer.as)).status).toBe(200);
  expect((await take(rows, viewer.as)).status).toBe(403);
  const own = await signedIn(world, {
    permissions: { 'reports.view': 'all', 'reports.rows': 'all', 'reports.export': 'own' },
  });
  const opener = await signedIn(world, { permissions: ['reports.view', 'reports.rows'] });
  expect((await take(rows, opener.as)).status).toBe(403);
  expect(linesOf((await take(rows, own.as)).file)).toHaveLength(1);
  expect((await take({ ...rows, dimension: 'tariff' })).status).toBe(422);
});

test('whoever comes sees what waits for them, and no more than they may', async () => {
  const home = async ({ as }: SignedIn) => (await world.via(workApi)('GET /api/home', {}, as)).body;
  const seller = await signedIn(world, {
    permissions: { 'conversations.work': 'own', 'tickets.work': 'own', 'sales.work': 'own' },
  });
  const keysOf = async (who: SignedIn) => (await home(who)).cards.map(({ key }) => key);
  expect(await keysOf(seller)).toEqual([]);
  await sql`
    update conversations set owner_staff_id = ${seller.staffId} where state = 'open'`.execute(
    world.ctx.db,
  );
  await sql`
    update deals set state = 'open', closed_at = null, lost_reason_id = null,
                     owner_staff_id = ${seller.staffId}, next_step = 'Позвонить',
                     next_at = ${world.clock.now()}
    where  state = 'lost'`.execute(world.ctx.db);
  const { cards } = await home(seller);
  expect(cards).toMatchObject([
    { key: 'conversations.mine', count: 1, rows: [{ title: 'Фамильев3 Тест', isLate: true }] },
    { key: 'sales.due', count: 1, rows: [{ title: 'Покупатель', words: 'Позвонить' }] },
  ]);
  // Another's work is theirs; whoever leads sees what is late, and the figures.
  const other = await signedIn(world, { permissions: { 'sales.work': 'own' } });
  expect(await keysOf(other)).toEqual([]);
  const led = (await home(boss)).cards;
  expect(led.map(({ key }) => key)).toEqual(['conversations.late', 'reports.figures']);
  expect(led[1]?.figures.find(({ path }) => path.endsWith('touch_kept'))?.value).toBe(4 / 6);
  const nobody = await signedIn(world, { permissions: {} });
  expect(await home(nobody)).toMatchObject({ cards: [] });
});

const letters = async () =>
  (
    await sql<{ recipient: string; subject: string; files: string[] }>`
      select m.recipient, m.payload ->> 'subject' as subject, array_agg(f.name) as files
      from   outgoing_messages m
      join   outgoing_files o on o.outgoing_message_id = m.id
      join   files f on f.id = o.file_id
      group  by m.id order by m.id`.execute(world.ctx.db)
  ).rows;

test('a report leaves on its day to whom it may be shown, once, and is logged', async () => {
  const reader = await signedIn(world, { name: 'Читатель', permissions: ['reports.view'] });
  const outcomes = async () =>
    (await world.via(api)('GET /api/report-schedules', {}, boss.as)).body.schedules.flatMap(
      ({ sendings }) => sendings.map(({ name, outcome }) => `${name}: ${outcome}`),
    );
  const given = {
    ask: { report: 'rows' as const, kpi: 'contacts' as const },
    format: 'xlsx' as const,
    rhythm: 'day' as const,
    hour: 8,
    staffIds: [boss.staffId, reader.staffId],
  };
  const call = world.via(api);
  const added = await call('POST /api/report-schedules', given, boss.as);
  expect(added.status).toBe(200);
  const { id } = added.body;
  await world.tick('reports.schedules');
  expect(await outcomes()).toEqual([]);
  world.clock.advance({ seconds: 24 * 3600 });
  await world.tick('reports.schedules');
  // No mailbox stands yet; and rows are not for whoever sees sums alone.
  expect(await outcomes()).toEqual(['Хозяин: no_mailbox', 'Читатель: not_allowed']);
  await sql`
    insert into channels (kind, name, settings, created_at)
    values ('email', 'Почта', '{"fromAddress": "a@example.test"}', now())`.execute(world.ctx.db);
  world.clock.advance({ seconds: 24 * 3600 });
  await Promise.all([world.tick('reports.schedules'), world.tick('reports.schedules')]);
  await world.tick('reports.schedules');
  expect(await letters()).toMatchObject([
    { subject: 'Обращения · февраль 2026 г.', files: ['Обращения.xlsx'] },
  ]);
  expect((await outcomes()).slice(0, 2)).toEqual(['Хозяин: queued', 'Читатель: not_allowed']);
  const { id: roleId } = must(await createRole(world.ctx, { name: 'Никто', permissions: {} }));
  await sql`update staff set role_id = ${roleId} where id = ${boss.staffId}`.execute(world.ctx.db);
  world.clock.advance({ seconds: 24 * 3600 });
  await world.tick('reports.schedules');
  expect(await letters()).toHaveLength(1);
  const other = await signedIn(world);
  const put = (version: number, more: object) =>
    call('PUT /api/report-schedules/{id}', { id, version, ...given, ...more }, other.as);
  expect((await put(1, { staffIds: [other.staffId], isOn: false })).status).toBe(200);
  expect((await put(1, {})).body.code).toBe('reports.changed_meanwhile');
  world.clock.advance({ seconds: 48 * 3600 });
  await world.tick('reports.schedules');
  expect(await letters()).toHaveLength(1);
  for (const isOn of [true, false]) {
    const { body } = await put(2, { rhythm: 'week', day: 9, isOn });
    expect(body.code).toBe('reports.wrong_day');
  }
  expect((await put(2, { staffIds: [99_999] })).body.code).toBe('reports.no_such_person');
  // Switched on again, what was missed meanwhile is not sent in a heap.
  expect((await put(2, { staffIds: [other.staffId] })).status).toBe(200);
  world.clock.advance({ seconds: 72 * 3600 });
  await world.tick('reports.schedules');
  await world.tick('reports.schedules');
  expect(await letters()).toHaveLength(2);
});
