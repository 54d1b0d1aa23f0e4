import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { FilesAway } from '../../kernel/files/disk.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';
import { sendFile } from '../../testing/upload.ts';
import { dropFormerScans } from './drop-former-scans.ts';

const undo = 'POST /api/subscribers/{id}/documents/{documentId}/scan/undo';
let { world, me, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, me, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

async function withDocument(): Promise<{ id: number; documentId: number; url: string }> {
  const id = await add({ documents: [{ kind: 'passport', number: '1' }] });
  const { body } = await call('GET /api/subscribers/{id}', { id });
  const documentId = body.documents[0]?.id ?? 0;
  return { id, documentId, url: `/api/subscribers/${id}/documents/${documentId}/scan` };
}

const scan = (content: string) => ({
  name: 'паспорт.pdf',
  type: 'application/pdf',
  content: `%PDF-1.7 ${content}`,
});

/** Until a request stands before a row that another transaction holds. */
const untilSomebodyWaits = (): Promise<void> =>
  vi.waitFor(
    async () => {
      const { rows } = await world.ctx.pool.query(
        `select from pg_stat_activity
         where  wait_event_type = 'Lock' and datname = current_database()`,
      );
      expect(rows).not.toEqual([]);
    },
    { timeout: 30_000, interval: 50 },
  );

const erasedIds = async (): Promise<number[]> => {
  const files = world.ctx.db.selectFrom('files').select('id').where('erasedAt', 'is not', null);
  return (await files.orderBy('id').execute()).map(({ id }) => id);
};

test('a scan takes the place of another, which can be put back', async () => {
  const { id, documentId, url } = await withDocument();
  const first = await sendFile(world, url, scan('первый'), me.as);
  expect(first).toMatchObject({ status: 200, body: { hasFormer: false } });
  const second = await sendFile(world, url, scan('второй, длиннее'), me.as);
  expect(second.body).toMatchObject({ hasFormer: true });
  const card = await call('GET /api/subscribers/{id}', { id });
  expect(card.body.documents[0]?.file).toMatchObject({
    id: second.body['fileId'],
    name: 'паспорт.pdf',
    sizeBytes: Buffer.byteLength('%PDF-1.7 второй, длиннее'),
  });
  expect((await call(undo, { id, documentId })).status).toBe(200);
  const opened = await world.request({ url, headers: me.as });
  expect(opened.body).toBe('%PDF-1.7 первый');
  await world.runJobs();
  expect(await erasedIds()).toContain(second.body['fileId']);
  const again = await call(undo, { id, documentId });
  expect(again).toMatchObject({ status: 404, body: { code: 'subscribers.no_former_scan' } });
});

test('the former scan goes for good after a month, or with a second replacement', async () => {
  const { id, documentId, url } = await withDocument();
  const sent: unknown[] = [];
  for (const content of ['первый', 'второй', 'третий']) {
    sent.push((await sendFile(world, url, scan(content), me.as)).body['fileId']);
  }
  const [first, second] = sent;
  await world.runJobs();
  expect(await erasedIds()).toContain(first);
  expect(await erasedIds()).not.toContain(second);
  world.clock.advance({ seconds: 31 * 86_400 });
  await dropFormerScans.run(world.ctx, {});
  await world.runJobs();
  expect(await erasedIds()).toContain(second);
  expect((await call(undo, { id, documentId })).body.code).toBe('subscribers.no_former_scan');
});

test('a scan put back in the very night in which it would go stays', async () => {
  const { id, documentId, url } = await withDocument();
  for (const content of ['первый', 'второй']) await sendFile(world, url, scan(content), me.as);
  world.clock.advance({ seconds: 31 * 86_400 });
  // Before each removal of bytes somebody asks for it: it is his or it is gone, never half.
  const { disk } = world.ctx.files;
  const putBack: number[] = [];
  const remove = async (key: string): Promise<void> => {
    putBack.push((await call(undo, { id, documentId })).status);
    await disk.delete(key);
  };
  const ctx = { ...world.ctx, files: { ...world.ctx.files, disk: { ...disk, delete: remove } } };
  await dropFormerScans.run(ctx, {});
  await world.runJobs();
  const opened = await world.request({ url, headers: me.as });
  expect(opened.body).toBe(putBack.includes(200) ? '%PDF-1.7 первый' : '%PDF-1.7 второй');
});

test('whoever comes first has the former scan: the night, or he who puts it back', async () => {
  const { id, documentId, url } = await withDocument();
  for (const content of ['первый', 'второй']) await sendFile(world, url, scan(content), me.as);
  world.clock.advance({ seconds: 31 * 86_400 });
  let asked: ReturnType<typeof call> | undefined;
  await inTransaction(world.ctx, async (tx) => {
    await dropFormerScans.run(tx, {});
    asked = call(undo, { id, documentId });
    await untilSomebodyWaits();
  });
  expect((await asked)?.body).toMatchObject({ code: 'subscribers.no_former_scan' });
  await world.runJobs();
  expect((await world.request({ url, headers: me.as })).body).toBe('%PDF-1.7 второй');
});

test('storage that cannot remove anything keeps nobody from replacing a scan', async () => {
  const { id, documentId, url } = await withDocument();
  for (const content of ['A', 'B']) await sendFile(world, url, scan(content), me.as);
  const { disk } = world.ctx.files;
  const { delete: remove } = disk;
  disk.delete = (key) => Promise.reject(new FilesAway('delete', new Error(key)));
  const third = await sendFile(world, url, scan('C'), me.as);
  expect(third).toMatchObject({ status: 200, body: { hasFormer: true } });
  await expect(world.runJobs()).rejects.toThrow('cannot delete a file');
  disk.delete = remove;
  expect((await call(undo, { id, documentId })).status).toBe(200);
  expect((await world.request({ url, headers: me.as })).body).toBe('%PDF-1.7 B');
});

test('nothing and a page are no scans, whatever they are called, and replace nothing', async () => {
  const { id, url } = await withDocument();
  await sendFile(world, url, scan('настоящий'), me.as);
  for (const content of ['', '<html>']) {
    const file = { name: 'паспорт.pdf', type: 'application/pdf', content };
    const answer = await sendFile(world, url, file, me.as);
    expect(answer).toMatchObject({ status: 415, body: { code: 'subscribers.not_a_scan' } });
  }
  const opened = await world.request({ url, headers: me.as });
  expect(opened.body).toBe('%PDF-1.7 настоящий');
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body.documents[0]?.file?.name).toBe('паспорт.pdf');
});

test('a program is no scan', async () => {
  const { url } = await withDocument();
  const file = { name: 'x.exe', type: 'application/x-msdownload', content: 'MZ' };
  const answer = await sendFile(world, url, file, me.as);
  expect(answer).toMatchObject({ status: 415, body: { code: 'subscribers.not_a_scan' } });
});

test('a scan for a document that is not there is not kept', async () => {
  const { id } = await withDocument();
  const url = `/api/subscribers/${id}/documents/99999/scan`;
  const answer = await sendFile(world, url, scan('ничей'), me.as);
  expect(answer.body['code']).toBe('subscribers.no_such_document');
  const kept = await world.ctx.db
    .selectFrom('files')
    .select('id')
    .where('subscriberId', '=', id)
    .execute();
  expect(kept).toEqual([]);
});
