import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';
import { sendFile } from '../../testing/upload.ts';

let { world, me, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, me, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('a scan is handed out as it came, and who looked is remembered', async () => {
  const id = await add({ documents: [{ kind: 'contract', number: '7' }] });
  const { body } = await call('GET /api/subscribers/{id}', { id });
  const documentId = body.documents[0]?.id ?? 0;
  const url = `/api/subscribers/${id}/documents/${documentId}/scan`;
  const missing = await world.request({ method: 'GET', url, headers: me.as });
  expect(missing.statusCode).toBe(404);
  const file = { name: 'договор.pdf', type: 'application/pdf', content: '%PDF-1.7 содержание' };
  await sendFile(world, url, file, me.as);
  const opened = await world.request({ method: 'GET', url, headers: me.as });
  expect(opened.body).toBe('%PDF-1.7 содержание');
  expect(opened.headers['content-type']).toBe('application/pdf');
  expect(opened.headers['content-disposition']).toContain(encodeURIComponent('договор.pdf'));
  const types = ['subscribers.document_viewed'];
  const looks = await call('GET /api/subscribers/{id}/timeline', { id, types });
  expect(looks.body.entries).toMatchObject([{ actorName: 'Смирнова Вера', facts: { documentId } }]);
});
