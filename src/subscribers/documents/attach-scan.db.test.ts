import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';
import { sendFile } from '../../testing/upload.ts';

let { world, me, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, me, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

async function withDocument(): Promise<{ id: number; url: string }> {
  const id = await add({ documents: [{ kind: 'passport', number: '1' }] });
  const { body } = await call('GET /api/subscribers/{id}', { id });
  const documentId = body.documents[0]?.id ?? 0;
  return { id, url: `/api/subscribers/${id}/documents/${documentId}/scan` };
}

const scan = (content: string) => ({ name: 'паспорт.pdf', type: 'application/pdf', content });

test('a scan is attached, and a second one takes its place for good', async () => {
  const { id, url } = await withDocument();
  expect((await sendFile(world, url, scan('первый'), me.as)).status).toBe(200);
  const second = await sendFile(world, url, scan('второй, длиннее'), me.as);
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body.documents[0]?.file).toMatchObject({
    id: second.body['fileId'],
    name: 'паспорт.pdf',
    sizeBytes: Buffer.byteLength('второй, длиннее'),
  });
  const files = await world.ctx.db
    .selectFrom('files')
    .select(['erasedAt', 'name'])
    .where('erasedAt', 'is not', null)
    .execute();
  expect(files).toMatchObject([{ name: '' }]);
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
