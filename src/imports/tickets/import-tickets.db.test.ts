import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as searchApi } from '../../kernel/search/api.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { api as ticketsApi } from '../../tickets/api.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { encode } from '../reading/encodings.ts';
import { runImport } from '../steps/run-import.ts';
import { importSteps } from '../testing/import-steps.ts';

let world: World;
let me: SignedIn;
let steps: ReturnType<typeof importSteps>;
beforeAll(async () => {
  world = await createWorld();
  me = await signedIn(world, { name: 'Смирнова Вера', team: 'Поддержка' });
  steps = importSteps(world, me.as);
  await steps.bring(
    'Лицевой счёт;ФИО;Телефон\n1001;Котова Анна;8 913 100-00-01\n' +
      '1002;Лисин Пётр;8 913 100-00-02\n1003;Волков Илья;8 913 100-00-09\n' +
      '1004;Волкова Инна;8 913 100-00-09\n',
  );
});
afterAll(() => world.close());

const header =
  '№ заявки;Тема;Описание;Тип;Приоритет;Статус;Исполнитель;Создана;Закрыта;Лицевой счёт;Телефон;Узел';
const rows = [
  'HD-7001;Нет связи;Пропала;нет ИНТЕРНЕТА;Срочный;Закрыта;Вера Смирнова;01.03.2024 14:05;02.03.2024 10:00;1001;;Северный',
  'HD-7002;Медленно;;Низкая скорость;;В работе;;10.03.2024;;;8 (913) 100-00-02;Южный',
  'HD-7003;Акт;;Бухгалтерия;7;Ждём абонента;Никто Такой;11.03.2024;;9999;;',
  'HD-7004;Кабель;;Бухгалтерия;;Решён;;12.03.2024;;;89131000009;',
  ';Без номера;;;;;;;;;;',
  'HD-7002;Повтор;;;;;;;;;;',
];
const fileOf = (...lines: string[]) => encode([header, ...lines].join('\r\n'), 'windows-1251');

async function upload(...lines: string[]): Promise<number> {
  const sent = await steps.upload(fileOf(...lines), 'helpdesk.csv', '?kind=tickets');
  expect(sent.body).toMatchObject({ kind: 'tickets', preset: 'tickets', key: 'ticketNumber' });
  return sent.body.id;
}

/** Tickets as the list shows them, by their former numbers. */
async function listed(): Promise<Record<string, Record<string, unknown>>> {
  const columns = ['externalNumber', 'subject', 'subscriber', 'state', 'ownerStaffId'];
  const input = { columns, limit: 200 };
  const { body } = await world.via(ticketsApi)('POST /api/tickets/list', input, me.as);
  return Object.fromEntries(
    body.rows.map(({ id, cells }) => [String(cells['externalNumber']), { id, ...cells }]),
  );
}

const read = async (id: unknown) =>
  (await world.via(ticketsApi)('GET /api/tickets/{id}', { id: Number(id) }, me.as)).body;

const categories = async (): Promise<string[]> => {
  const { body } = await world.via(ticketsApi)('GET /api/ticket-categories', {}, me.as);
  return body.categories.map(({ name }) => name);
};

test('tickets of another help desk are checked, brought, found, known again and taken back', async () => {
  const before = await categories();
  const id = await upload(...rows);
  const shown = await world.via(api)('GET /api/imports/{id}/preview', { id }, me.as);
  expect(shown.body.rows[0]?.ticket).toMatchObject({ number: 'HD-7001', state: 'done' });
  expect(await steps.check(id)).toMatchObject({
    state: 'checked',
    rowCount: 6,
    errorCount: 1,
    warningCount: 2,
    counts: { toCreate: 4, known: 0, repeated: 1 },
  });
  const only = 'warnings';
  const warned = await world.via(api)('GET /api/imports/{id}/rows', { id, only }, me.as);
  expect(warned.body.rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
    ['imports.ticket_word_unknown', 'imports.ticket_of_nobody', 'imports.ticket_assignee_unknown'],
    ['imports.ticket_of_several'],
  ]);
  expect(warned.body.rows[0]?.cells).toContain('HD-7003');
  expect(Object.keys(await listed())).toEqual([]);

  expect(await steps.apply(id)).toMatchObject({ state: 'applied', counts: { created: 4 } });
  const tickets = await listed();
  expect(tickets).toMatchObject({
    'HD-7001': { subject: 'Нет связи', subscriber: 'Котова Анна', state: 'done' },
    'HD-7002': { subject: 'Медленно', subscriber: 'Лисин Пётр', state: 'ours' },
    'HD-7003': { subscriber: null, state: 'theirs', ownerStaffId: null },
    'HD-7004': { subscriber: null, state: 'done' },
  });
  expect(await read(tickets['HD-7001']?.['id'])).toMatchObject({
    externalNumber: 'HD-7001',
    category: { name: 'Нет интернета' },
    priority: 'urgent',
    description: 'Пропала',
    owner: { name: 'Смирнова Вера' },
    team: { name: 'Поддержка' },
    attributes: { uzel: 'Северный' },
    openedAt: '2024-03-01T11:05:00.000Z',
    closedAt: '2024-03-02T07:00:00.000Z',
  });
  const { description, signs } = await read(tickets['HD-7003']?.['id']);
  expect(signs).toEqual(['9999']);
  expect(description.split('\n')).toEqual([
    'Приоритет: 7',
    'Исполнитель в прежней системе: Никто Такой',
  ]);
  const found = await world.via(searchApi)('GET /api/search', { q: 'HD-7001' }, me.as);
  expect(found.body.results.map(({ id: hit }) => hit)).toContain(tickets['HD-7001']?.['id']);

  const again = await upload(rows[0] ?? '', 'HD-7005;Новый;;;;;;;;1001;;');
  expect((await steps.check(again)).counts).toMatchObject({ toCreate: 1, known: 1 });
  expect((await steps.apply(again)).counts).toMatchObject({ created: 1, unchanged: 1 });

  const touched = Number(tickets['HD-7002']?.['id']);
  const change = { id: touched, version: 1, priority: 'high' } as const;
  await world.via(ticketsApi)('PATCH /api/tickets/{id}', change, me.as);
  expect((await steps.undo(id)).counts).toMatchObject({ removed: 3, kept: 1 });
  const kept = await world.via(api)('GET /api/imports/{id}/kept', { id }, me.as);
  expect(kept.body.kept).toMatchObject([
    { entity: 'ticket', entityId: touched, name: 'Лисин Пётр' },
  ]);
  expect(Object.keys(await listed()).toSorted()).toEqual(['HD-7002', 'HD-7005']);
  expect(await categories()).toEqual(before);
});

test('only what a ticket has can a column of such a file become', async () => {
  const id = await upload('HD-7100;Тема;;;;;;;;;;');
  const { mapping } = await steps.show(id);
  const wrong = mapping.map((column, at) => (at === 3 ? { target: 'balance' } : column));
  expect((await steps.map(id, { mapping: wrong })).body).toMatchObject({
    code: 'imports.wrong_target',
  });
});

test('an erasure reaches tickets that wait to be brought, and their file', async () => {
  const call = world.via(subscribersApi);
  const person = { kind: 'person', lastName: 'Тайнов', firstName: 'Илья', status: 'left' } as const;
  const contacts = [{ kind: 'phone' as const, value: '+79131000072' }];
  const made = await call('POST /api/subscribers', { ...person, contacts }, me.as);
  const lines = [
    'HD-7201;Жалоба;;;;Закрыт;;;;;89131000072;',
    'HD-7202;Тайнов Илья;;;;Закрыт;;;;;;',
  ];
  const id = await upload(...lines);
  await steps.check(id);
  const confirmed = { confirm: 'Тайнов Илья', reason: 'request', isBeforeRetention: true } as const;
  const input = { id: made.body.id, ...confirmed };
  expect((await call('POST /api/subscribers/{id}/erase', input, me.as)).status).toBe(200);
  await world.runJobs();
  const { rows: left } = await sql<{ isThere: boolean }>`
    select r.record is not null or r.cells is not null or f.erased_at is null as is_there
    from   import_rows r join imports i on i.id = r.import_id join files f on f.id = i.file_id
    where  i.id = ${id}`.execute(world.ctx.db);
  expect(left).toEqual([{ isThere: false }, { isThere: false }]);
  expect((await steps.apply(id)).counts).toMatchObject({ created: 0 });
});

test('a ticket that was placed at nobody is told to whom it names, and forgotten with him', async () => {
  const call = world.via({ ...subscribersApi, ...ticketsApi, ...searchApi });
  const add = async (lastName: string, phones: string[]) => {
    const contacts = phones.map((value) => ({ kind: 'phone' as const, value }));
    const person = {
      kind: 'person' as const,
      lastName,
      firstName: 'Яков',
      status: 'left' as const,
    };
    return (await call('POST /api/subscribers', { ...person, contacts }, me.as)).body.id;
  };
  const lines = [
    'HD-7301;Шум;;;;Закрыт;;;;;89131000073;',
    'HD-7302;Свет;;;;Закрыт;;;;;89131000074;',
  ];
  const id = await upload(...lines);
  await steps.check(id);
  await steps.apply(id);
  // They come to be subscribers afterwards, and share the second phone.
  const one = await add('Подписов', ['+79131000073', '+79131000074']);
  const other = await add('Подписова', ['+79131000074']);
  const told = async (of: number) => {
    const asked = { id: of, format: 'json' as const };
    const { body } = await call('GET /api/subscribers/{id}/personal-data', asked, me.as);
    return ['Шум', 'Свет'].filter((word) => JSON.stringify(body).includes(word));
  };
  expect(await told(one)).toEqual(['Шум']);
  expect(await told(other)).toEqual([]);
  const hits = async (q: string) =>
    (await call('GET /api/search', { q, kinds: ['ticket'] }, me.as)).body.results.length;
  expect(await hits('89131000073')).toBe(1);
  const input = {
    id: one,
    confirm: 'Подписов Яков',
    reason: 'request' as const,
    isBeforeRetention: true,
  };
  expect((await call('POST /api/subscribers/{id}/erase', input, me.as)).status).toBe(200);
  const tickets = await listed();
  expect(tickets).toMatchObject({ 'HD-7301': { subject: '—' }, 'HD-7302': { subject: '—' } });
  expect((await read(tickets['HD-7301']?.['id'])).signs).toEqual([]);
  expect(await hits('89131000073')).toBe(0);
});

test('broken off between two chunks, it goes on where it was and doubles nothing', async () => {
  const count = 2_100;
  const lines = Array.from({ length: count }, (_, n) => `P-${n};Тема;;;;Закрыт;;01.02.2024;;;;`);
  const id = await upload(...lines);
  await steps.check(id);
  await sql`create function break_off() returns trigger language plpgsql as $$
    begin raise 'broken off'; end $$`.execute(world.ctx.db);
  await sql`create trigger break_off before insert on tickets for each row
    when (new.external_number = 'P-2050') execute function break_off()`.execute(world.ctx.db);
  await world.via(api)('POST /api/imports/{id}/apply', { id }, me.as);
  await expect(runImport(world.ctx, id)).rejects.toThrow('broken off');
  expect(await steps.show(id)).toMatchObject({ state: 'applying', counts: { created: 2_000 } });
  await sql`drop trigger break_off on tickets`.execute(world.ctx.db);
  await runImport(world.ctx, id);
  expect(await steps.show(id)).toMatchObject({ state: 'applied', counts: { created: count } });
  const { rows: brought } = await sql<{ tickets: number }>`
    select count(*)::int as tickets from tickets where import_id = ${id}`.execute(world.ctx.db);
  expect(brought).toEqual([{ tickets: count }]);
});
