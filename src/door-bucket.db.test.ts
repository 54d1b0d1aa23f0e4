import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BucketServer, bucketSettings, startBucketServer } from './testing/s3/server.ts';
import { createSubscribersWorld, type SubscribersWorld } from './testing/subscribers.ts';
import { sendFile } from './testing/upload.ts';

let store: BucketServer;
let { world, me, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  store = await startBucketServer();
  ({ world, me, call, add } = await createSubscribersWorld({}, bucketSettings(store)));
});
afterAll(async () => {
  await world.close();
  await store.stop();
});
beforeEach(() => store.objects.clear());
afterEach(() => store.mend());

const rows = async (): Promise<number> => {
  const files = world.ctx.db.selectFrom('files').select(({ fn }) => fn.countAll<number>().as('n'));
  return (await files.executeTakeFirstOrThrow()).n;
};
const leftovers = () => readdir(world.ctx.files.temporary);

describe('a scan through the door', () => {
  const content = Buffer.concat([Buffer.from('%PDF-1.7 '), randomBytes(100_000)]);
  const scan = { name: 'паспорт.pdf', type: 'application/pdf', content };
  let url: string;

  beforeEach(async () => {
    const id = await add({ documents: [{ kind: 'passport', number: '1' }] });
    const { body } = await call('GET /api/subscribers/{id}', { id });
    url = `/api/subscribers/${id}/documents/${body.documents[0]?.id}/scan`;
  });

  const send = (key: string) => sendFile(world, url, scan, { ...me.as, 'idempotency-key': key });
  const open = () => world.request({ url, headers: me.as });
  const scanned = async (): Promise<number> => {
    const events = world.ctx.db.selectFrom('events').select('id');
    return (await events.where('type', '=', 'subscribers.document_scanned').execute()).length;
  };

  test.each<[string, () => Promise<void> | void]>([
    ['is dead', () => store.stop()],
    ['refuses', () => void (store.trouble = 'refuses')],
    ['does it and does not say so', () => void (store.trouble = 'unheard')],
    ['gets other bytes than were sent', () => void (store.trouble = 'spoils')],
    ['does not know us', () => void (store.isStrange = true)],
  ])('is not half recorded when the server %s', async (what, befall) => {
    const before = [await rows(), await scanned()];
    await befall();
    const failed = await send(what);
    expect(failed).toMatchObject({
      status: 503,
      body: {
        code: 'kernel.files_unavailable',
        title: 'Хранилище файлов сейчас не отвечает. Повторите через несколько минут.',
      },
    });
    expect([await rows(), await scanned()]).toEqual(before);
    expect(await leftovers()).toEqual([]);
    expect((await open()).json()).toMatchObject({ code: 'subscribers.no_such_document' });

    await store.mend();
    const [first, second] = [await send(what), await send(what)];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect(store.objects.size).toBe(1);
    expect([await rows(), await scanned()]).toEqual(before.map((n) => n + 1));
    expect((await open()).rawPayload.equals(content)).toBe(true);
  });

  test('that cannot be opened is told, and can be opened when the server is back', async () => {
    await send('a scan');
    await store.stop();
    const failed = await open();
    expect(failed.statusCode).toBe(503);
    expect(failed.json()).toMatchObject({ code: 'kernel.files_unavailable' });
    await store.mend();
    expect((await open()).rawPayload.equals(content)).toBe(true);
  });
});
