import { afterAll, beforeAll, expect, test } from 'vitest';
import { FilesAway } from '../kernel/files/disk.ts';
import { api as subscribersApi } from '../subscribers/api.ts';
import { type SignedIn, signedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';
import { importSteps } from './testing/import-steps.ts';

let world: World;
let me: SignedIn;
let steps: ReturnType<typeof importSteps>;
beforeAll(async () => {
  world = await createWorld();
  me = await signedIn(world);
  steps = importSteps(world, me.as);
});
afterAll(() => world.close());

const header = 'Лицевой счёт;ФИО;Телефон;Адрес;Тариф;Баланс\n';

test('before anything is checked, the first rows show what they would become', async () => {
  const { body } = await steps.upload(
    `${header}501;Орлов Пётр;8 913 000-05-01;г. Томск, ул. Мира, д. 3, кв. 4;Домашний;-20,50\n`,
  );
  const preview = await world.via(api)('GET /api/imports/{id}/preview', { id: body.id }, me.as);
  expect(preview.body.rows).toMatchObject([
    {
      name: 'Орлов Пётр',
      phones: ['+79130000501'],
      account: '501',
      tariff: 'Домашний',
      balanceMinor: -2050,
      error: null,
    },
  ]);
  expect(preview.body.rows[0]?.address).toBe('Томск, ул. Мира, д. 3, кв. 4');
});

test('rows with errors and warnings are listed page by page, and go out as a file', async () => {
  const call = world.via(api);
  const { body } = await steps.upload(
    `${header}601;Первая Анна;8 913 000-06-01;;;0\n` +
      `;Без Счёта;8 913 000-06-02;;;0\n` +
      `603;Третья Анна;спросить;;;0\n` +
      `;Тоже Без;8 913 000-06-04;;;0\n`,
    'неполная.csv',
  );
  const { id } = body;
  await steps.map(id, { key: 'accountNumber' });
  const checked = await steps.check(id);
  expect(checked).toMatchObject({ rowCount: 4, errorCount: 2, warningCount: 1 });
  const path = 'GET /api/imports/{id}/rows';
  const first = (await call(path, { id, only: 'errors', limit: 1 }, me.as)).body;
  expect(first.rows.map(({ cells }) => cells[1])).toEqual(['Без Счёта']);
  const cursor = first.nextCursor ?? '';
  const second = (await call(path, { id, only: 'errors', limit: 1, cursor }, me.as)).body;
  expect(second.rows.map(({ cells }) => cells[1])).toEqual(['Тоже Без']);
  expect(second.nextCursor).toBeNull();
  const warned = (await call(path, { id, only: 'warnings' }, me.as)).body.rows;
  expect(warned.map(({ cells }) => cells[1])).toEqual(['Третья Анна']);

  const file = await call('GET /api/imports/{id}/errors.csv', { id }, me.as);
  expect(file.headers['content-type']).toContain('text/csv');
  const lines = (file.body as unknown as string).trim().split(/\r?\n/);
  expect(lines).toHaveLength(4);
  expect(lines[1]).toContain('Без Счёта');
  expect(lines[2]).toContain('спросить');
});

test('a row that looks like somebody is listed, and a known import goes before others', async () => {
  const call = world.via(api);
  await steps.bring(`${header}701;Сидорова Ольга;8 913 000-07-01;;;0\n`);
  const { body } = await steps.upload(`${header}702;Сидорова Ольга;8 913 000-07-01;;;0\n`);
  await steps.check(body.id);
  const input = { id: body.id, only: 'duplicates' } as const;
  const { rows } = (await call('GET /api/imports/{id}/rows', input, me.as)).body;
  expect(rows).toMatchObject([{ rowNumber: 2, subscriberName: 'Сидорова Ольга' }]);
  const newest = (await call('GET /api/imports', { limit: 1 }, me.as)).body;
  expect(newest.imports.map(({ id }) => id)).toEqual([body.id]);
  const cursor = newest.nextCursor ?? '';
  const older = (await call('GET /api/imports', { limit: 1, cursor }, me.as)).body;
  expect(older.imports[0]?.state).toBe('applied');
});

test('an undo leaves those whom people have worked with since, and lists them', async () => {
  const call = world.via(api);
  const applied = await steps.bring(
    `${header}801;Остаётся Инна;;;;0\n802;Уходит Инна;;;;0\n`,
    'undo.csv',
  );
  const { id: subscriberId } = await world.ctx.db
    .selectFrom('subscribers')
    .select('id')
    .where('displayName', '=', 'Остаётся Инна')
    .executeTakeFirstOrThrow();
  const note = { id: subscriberId, text: 'Звонила, просила счёт' };
  await world.via(subscribersApi)('POST /api/subscribers/{id}/notes', note, me.as);
  expect((await steps.undo(applied.id)).state).toBe('undone');
  const { kept } = (await call('GET /api/imports/{id}/kept', { id: applied.id }, me.as)).body;
  expect(kept).toContainEqual({
    entity: 'subscriber',
    entityId: subscriberId,
    subscriberId,
    name: 'Остаётся Инна',
  });
  expect(kept.map(({ name }) => name)).not.toContain('Уходит Инна');
});

test('an import that changed nothing is dropped; one that was applied is not', async () => {
  const call = world.via(api);
  const path = 'DELETE /api/imports/{id}';
  const { body } = await steps.upload(`${header}901;Лишняя Анна;;;;0\n`);
  expect((await call(path, { id: body.id }, me.as)).status).toBe(200);
  expect((await call('GET /api/imports/{id}', { id: body.id }, me.as)).status).toBe(404);
  expect((await call(path, { id: body.id }, me.as)).body.code).toBe('imports.not_found');
  const applied = await steps.bring(`${header}902;Нужная Анна;;;;0\n`);
  expect((await call(path, { id: applied.id }, me.as)).body.code).toBe('imports.wrong_state');
});

test('an import is dropped beside storage that removes nothing, and its file goes later', async () => {
  const { body } = await steps.upload(`${header}903;Лишняя Вера;;;;0\n`);
  const kept = world.ctx.db
    .selectFrom('files')
    .select('key')
    .where('id', '=', (eb) =>
      eb.selectFrom('imports').select('fileId').where('imports.id', '=', body.id),
    );
  const { key } = await kept.executeTakeFirstOrThrow();
  const { disk } = world.ctx.files;
  const { delete: remove } = disk;
  disk.delete = () => Promise.reject(new FilesAway('delete', new Error('503')));
  const dropped = await world.via(api)('DELETE /api/imports/{id}', { id: body.id }, me.as);
  disk.delete = remove;
  expect([dropped.status, await disk.exists(key)]).toEqual([200, true]);
  await world.runJobs();
  expect(await disk.exists(key)).toBe(false);
});

test('a known export is taken by its name, and the reading may be corrected', async () => {
  const call = world.via(api);
  const known = (await call('GET /api/imports/presets', {}, me.as)).body;
  expect(known.presets.map(({ name }) => name)).toContain('russian');
  expect(known.keys).toContain('accountNumber');
  const { body } = await steps.upload('1;Один\n2;Два\n');
  const format = await call(
    'PUT /api/imports/{id}/format',
    { id: body.id, choices: { hasHeader: true } },
    me.as,
  );
  expect(format.status).toBe(200);
  expect(format.body).toMatchObject({ format: { hasHeader: true }, columns: ['1', 'Один'] });
  const retried = await call('POST /api/imports/{id}/retry', { id: body.id }, me.as);
  expect(retried.body.code).toBe('imports.wrong_state');
});
