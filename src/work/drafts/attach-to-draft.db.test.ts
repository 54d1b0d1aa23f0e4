import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../../testing/requests.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { attachToAnswer as attach, sendFile } from '../../testing/upload.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

let world: World;
let call: ReturnType<typeof world.via<typeof api>>;
let me: SignedIn;
let id = 0;

beforeAll(async () => {
  world = await createWorld();
  call = world.via(api);
  me = await signedIn(world);
  id = await ask(world);
});
afterAll(() => world.close());

const paper = { name: 'договор.pdf', type: 'application/pdf', content: 'договор' };
const url = () => `/api/drafts/files?entity=conversations&entityId=${id}&kind=reply`;
type Draft = { version: number; files: { id: number }[] };
const draftsOf = async (who: SignedIn) => {
  const opened = await world.request({ url: `/api/conversations/${id}`, headers: who.as });
  return opened.json<{ drafts: Draft[] }>().drafts;
};
const alive = async (fileId: number): Promise<boolean> => {
  const files = world.ctx.db.selectFrom('files').select('erasedAt').where('id', '=', fileId);
  return (await files.executeTakeFirst())?.erasedAt === null;
};
const sweep = async (days: number) => {
  world.clock.advance({ seconds: days * 86_400 });
  await world.tick('work.drafts');
  await world.runJobs();
};

test('a file is kept before a word is written, for its writer alone, until it is taken off', async () => {
  const fileId = await attach(world, id, paper, me.as);
  const [draft] = await draftsOf(me);
  expect(draft).toMatchObject({ kind: 'reply', text: '', files: [{ id: fileId, sizeBytes: 14 }] });
  const list = await world.request({ url: '/api/conversations?queue=all', headers: me.as });
  expect(list.json()).toMatchObject({ rows: [{ id, hasDraft: true }] });
  const other = await signedIn(world);
  expect(await draftsOf(other)).toEqual([]);
  const route = 'DELETE /api/drafts/files/{fileId}';
  expect((await call(route, { fileId }, other.as)).body.code).toBe('work.file_not_found');
  // Words that are kept, and those that are emptied, leave it where it is.
  const words = { entity: 'conversations', entityId: id, kind: 'reply' as const, writing: 'a' };
  const kept = await call('PUT /api/drafts', { ...words, text: 'Вот', version: 0 }, me.as);
  const { version } = kept.body.draft;
  await call('PUT /api/drafts', { ...words, text: '', version }, me.as);
  await sweep(2);
  expect(await draftsOf(me)).toMatchObject([{ files: [{ id: fileId }] }]);
  expect((await call(route, { fileId }, me.as)).status).toBe(200);
  await world.runJobs();
  expect(await alive(fileId)).toBe(false);
  expect(await draftsOf(me)).toMatchObject([{ files: [] }]);
});

test('what nobody has sent goes two weeks later, and the words stay', async () => {
  const words = { entity: 'conversations', entityId: id, kind: 'reply' as const, writing: 'b' };
  const [{ version } = { version: 0 }] = await draftsOf(me);
  await call('PUT /api/drafts', { ...words, text: 'Вот договор', version }, me.as);
  const fileId = await attach(world, id, paper, me.as);
  await sweep(13);
  expect(await alive(fileId)).toBe(true);
  await sweep(2);
  expect(await alive(fileId)).toBe(false);
  expect(await draftsOf(me)).toMatchObject([{ text: 'Вот договор', files: [] }]);
});

test('what is too large, too many or at nobody’s record is not kept', async () => {
  const files = async (): Promise<number> =>
    (await world.ctx.db.selectFrom('files').select('id').where('erasedAt', 'is', null).execute())
      .length;
  const before = await files();
  const large = { ...paper, content: Buffer.alloc(50 * 1024 ** 2 + 1) };
  expect(await sendFile(world, url(), large, me.as)).toMatchObject({
    status: 413,
    body: { code: 'work.file_too_large' },
  });
  const blind = await signedIn(world, { permissions: ['conversations.report'] });
  expect((await sendFile(world, url(), paper, blind.as)).status).toBe(404);
  expect(await files()).toBe(before);
  const many = await Promise.all(
    Array.from({ length: 22 }, () => sendFile(world, url(), paper, me.as)),
  );
  expect(many.filter(({ status }) => status === 201)).toHaveLength(20);
  expect(many.find(({ status }) => status === 422)?.body['code']).toBe('work.too_many_files');
  expect(await files()).toBe(before + 20);
});
