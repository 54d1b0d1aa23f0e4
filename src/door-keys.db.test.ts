import { afterAll, beforeAll, expect, test } from 'vitest';
import { asWriter, probe, probeApi } from './testing/probe.ts';
import { firstAdministrator } from './testing/sign-in.ts';
import { type SignedIn, signedIn } from './testing/staff.ts';
import { sendFile } from './testing/upload.ts';
import { createWorld, type World } from './testing/world.ts';
import { api as staffApi } from './staff/api.ts';

let world: World;
let me: SignedIn;

beforeAll(async () => {
  world = await createWorld({}, [probe]);
  me = await signedIn(world);
});
afterAll(() => world.close());

const csv = 'Номер;ФИО;Телефон\n1;Иванов Иван;+79130000001\n';
const upload = (key: string, content = csv, url = '/api/imports') =>
  sendFile<{ id: number; code?: string }>(
    world,
    url,
    { name: 'base.csv', type: 'text/csv', content },
    { ...me.as, 'idempotency-key': key },
  );
const imports = async (): Promise<number> => {
  const { rows } = await world.ctx.pool.query<{ count: number }>(
    'select count(*)::int as count from imports',
  );
  return rows[0]?.count ?? 0;
};

test('a file sent again under its key is the same import', async () => {
  const first = await upload('same-upload');
  const again = await upload('same-upload');
  expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
  expect(await imports()).toBe(1);
  expect((await upload('another-upload')).body.id).not.toBe(first.body.id);
});

test('the key of one file is not good for another', async () => {
  const other = await upload('same-upload', `${csv}2;Петров Пётр;+79130000002\n`);
  expect([other.status, other.body.code]).toEqual([409, 'kernel.key_reused']);
});

test('a file that was refused may be sent again with its key', async () => {
  const url = '/api/imports?preset=no-such';
  expect((await upload('refused-first', csv, url)).body.code).toBe('imports.no_such_preset');
  expect((await upload('refused-first')).status).toBe(201);
});

test('of two at once under one key, one file is taken', async () => {
  const before = await imports();
  const both = await Promise.all([upload('at-once'), upload('at-once')]);
  const codes = both.map(({ status, body }) => body.code ?? status);
  expect(codes.every((code) => code === 201 || code === 'kernel.still_running')).toBe(true);
  expect(await imports()).toBe(before + 1);
  expect((await upload('at-once')).status).toBe(201);
});

test('a changed password stays changed when the answer was lost and it is sent again', async () => {
  const boss = await firstAdministrator(world);
  const as = { ...boss.as, 'idempotency-key': 'new-password' };
  const input = { current: boss.password, next: 'маяк-на-мысу-8' };
  const call = world.via(staffApi);
  expect((await call('PUT /api/me/password', input, as)).status).toBe(200);
  expect((await call('PUT /api/me/password', input, as)).status).toBe(200);
});

test('two long keys that begin alike are not one: longer than promised is refused', async () => {
  const call = world.via(probeApi);
  const ask = (key: string) =>
    call('POST /api/probe/notes', { text: 'a' }, { ...asWriter, 'idempotency-key': key });
  expect((await ask('k'.repeat(200))).status).toBe(200);
  const longer = await ask('k'.repeat(201));
  expect([longer.status, longer.body.code]).toEqual([422, 'kernel.invalid_input']);
});

test('the reference promises the key where it is honoured', async () => {
  type Paths = Record<string, Record<string, { parameters: { name: string }[] }>>;
  const answer = await world.request({ url: '/api/openapi.json' });
  const { paths } = answer.json<{ paths: Paths }>();
  const promises = (path: string, method: string): boolean =>
    paths[path]?.[method]?.parameters.some(({ name }) => name === 'Idempotency-Key') ?? false;
  expect(promises('/api/imports', 'post')).toBe(true);
  expect(promises('/api/me/password', 'put')).toBe(true);
  expect(promises('/api/public/requests', 'post')).toBe(true);
  expect(promises('/api/subscribers/list', 'post')).toBe(false);
  expect(promises('/api/subscribers', 'post')).toBe(true);
});
