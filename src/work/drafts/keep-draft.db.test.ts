import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../../testing/requests.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Actor } from '../../kernel/context.ts';
import { endDraft } from './keep-draft.ts';

let world: World;
let call: ReturnType<typeof world.via<typeof api>>;
let me: SignedIn;
let entityId = 0;

beforeAll(async () => {
  world = await createWorld();
  call = world.via(api);
  me = await signedIn(world);
  entityId = await ask(world);
});
afterAll(() => world.close());

const keep = (more: { text: string; writing: string; version: number }, who = me) =>
  call('PUT /api/drafts', { entity: 'conversations', entityId, kind: 'reply', ...more }, who.as);
const sent = (writing: string): Promise<void> => {
  const actor: Actor = {
    kind: 'staff',
    staffId: me.staffId,
    teamId: null,
    name: 'Я',
    permissions: {},
  };
  return inTransaction({ ...world.ctx, actor }, (ctx) =>
    endDraft(ctx, { entity: 'conversations', entityId, kind: 'reply' }, writing),
  );
};

test('what is written is kept, also when a save is repeated or comes from two screens', async () => {
  const first = await keep({ text: 'Здрав', writing: 'a', version: 0 });
  expect(first.body).toMatchObject({ isKept: true, draft: { text: 'Здрав' } });
  const { version } = first.body.draft;
  expect((await keep({ text: 'Здрав', writing: 'a', version: 0 })).body).toEqual(first.body);
  const second = await keep({ text: 'Здравствуйте', writing: 'a', version });
  expect(second.body).toMatchObject({ isKept: true, draft: { text: 'Здравствуйте' } });
  // Another screen has looked before that.
  const late = await keep({ text: 'Добрый день', writing: 'b', version });
  expect(late.body).toMatchObject({ isKept: false, draft: { text: 'Здравствуйте' } });
  const mine = { text: 'Добрый день', writing: 'b', version: late.body.draft.version };
  expect((await keep(mine)).body.isKept).toBe(true);
});

test('what was sent is gone, and what of it comes late is not kept again', async () => {
  const { version } = (await keep({ text: '', writing: 'b', version: 99 })).body.draft;
  await keep({ text: 'Мастер едет', writing: 'c', version });
  await sent('c');
  const late = await keep({ text: 'Мастер едет к вам', writing: 'c', version: 0 });
  expect(late.body).toMatchObject({ isKept: false, draft: { text: '' } });
  expect((await keep({ text: 'Ещё', writing: 'd', version: 0 })).body.isKept).toBe(true);
  // An answer that was retried for long ends its own writing and no newer one.
  await sent('c');
  await sent('e');
  expect((await keep({ text: 'Мастер', writing: 'c', version: 99 })).body.isKept).toBe(false);
  const { body } = await keep({ text: 'Ещё одно', writing: 'd', version: 99 });
  expect(body).toMatchObject({ isKept: false, draft: { text: 'Ещё' } });
});

test('a draft is its writer’s, at what the writer may see', async () => {
  const other = await signedIn(world);
  const fresh = await keep({ text: 'Моё', writing: 'x', version: 0 }, other);
  expect(fresh.body).toMatchObject({ isKept: true });
  const blind = await signedIn(world, { permissions: ['conversations.report'] });
  const refused = await keep({ text: 'Чужое', writing: 'y', version: 0 }, blind);
  expect(refused.body.code).toBe('work.record_not_found');
  const nowhere = { entity: 'somewhere', entityId, kind: 'note', text: '', writing: 'z' } as const;
  expect((await call('PUT /api/drafts', { ...nowhere, version: 0 }, me.as)).status).toBe(404);
});

test('emptied drafts are swept a day later', async () => {
  const drafts = () => world.ctx.db.selectFrom('drafts').select('text').execute();
  await keep({ text: '', writing: 'd', version: 0 });
  await sent('d');
  await world.tick('work.drafts');
  expect(await drafts()).toHaveLength(2);
  world.clock.advance({ seconds: 90_000 });
  await world.tick('work.drafts');
  expect(await drafts()).toEqual([{ text: 'Моё' }]);
});

test('who is at something sees who else is, who writes, and who has left', async () => {
  const mate = await signedIn(world, { name: 'Соседка' });
  const at = { entity: 'conversations', entityId };
  const say = (state: 'looking' | 'writing' | 'left', who: SignedIn) =>
    call('POST /api/attention', { ...at, state }, who.as);
  const others = async (): Promise<[string, boolean][]> =>
    (await call('GET /api/attention', at, me.as)).body.others.map((one) => [
      one.name,
      one.isWriting,
    ]);
  expect((await say('looking', me)).body.others).toEqual([]);
  await say('looking', mate);
  expect(await others()).toEqual([['Соседка', false]]);
  await say('writing', mate);
  expect(await others()).toEqual([['Соседка', true]]);
  await say('left', mate);
  expect(await others()).toEqual([]);
  await say('looking', mate);
  world.clock.advance({ seconds: 26 });
  expect(await others()).toEqual([]);
  const blind = await signedIn(world, { permissions: ['conversations.report'] });
  expect((await say('looking', blind)).status).toBe(404);
  expect((await call('GET /api/attention', at, blind.as)).status).toBe(404);
});
