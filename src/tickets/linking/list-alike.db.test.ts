import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { type Desk, openTicketDesk } from '../testing/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openTicketDesk();
});
afterAll(() => desk.world.close());

const livesAt = async (lastName: string, text: string): Promise<number> => {
  const { world, me, addSubscriber } = desk;
  const id = await addSubscriber(lastName);
  await world.via(subscribersApi)('POST /api/subscribers/{id}/addresses', { id, text }, me.as);
  return id;
};
const alike = async (about: object): Promise<number[]> =>
  (await desk.call('GET /api/tickets/alike', about)).body.tickets.map(({ id }) => id);

test('what a subscriber has open comes by category and by how its subject reads', async () => {
  const { call, open, change, categoryId, addSubscriber } = desk;
  const other = (await call('GET /api/ticket-categories')).body.categories.at(-1)?.id ?? 0;
  const subscriberId = await addSubscriber('Дублёв');
  const said = (subject: string, of = categoryId) =>
    open({ subscriberId, subject, categoryId: of });
  const far = await said('Вопрос о договоре', other);
  const near = await said('Пропал интернет вечером');
  const nearer = await said('Пропал интернет');
  await change(await said('Пропал интернет'), { state: 'done' });
  await open({ subject: 'Пропал интернет' });
  const about = { subscriberId, categoryId, subject: 'пропал интернет' };
  expect(await alike(about)).toEqual([nearer, near, far]);
  expect(await alike({ ...about, exceptId: nearer })).toEqual([near, far]);
  expect(await alike({ subject: 'Пропал интернет', categoryId })).toEqual([]);
});

test('what neighbours have said of the same lately is told, and nothing else of theirs', async () => {
  const { world, call, open, categoryId } = desk;
  const other = (await call('GET /api/ticket-categories')).body.categories.at(-1)?.id ?? 0;
  const [one, neighbour, stranger] = [
    await livesAt('Первов', 'Томск, Мира 5-1'),
    await livesAt('Соседов', 'Томск, Мира 5-22'),
    await livesAt('Чужой', 'Томск, Мира 7-1'),
  ];
  const theirs = await open({ subscriberId: neighbour });
  await open({ subscriberId: neighbour, categoryId: other });
  await open({ subscriberId: stranger });
  expect(await alike({ subscriberId: one, categoryId })).toEqual([theirs]);
  expect(await alike({ subscriberId: one })).toEqual([]);
  world.clock.advance({ seconds: 8 * 86_400 });
  expect(await alike({ subscriberId: one, categoryId })).toEqual([]);
});

test('what is beyond reach is not told', async () => {
  const { call, open, me, addSubscriber, colleague } = desk;
  const subscriberId = await addSubscriber('Закрытов');
  const id = await open({ subscriberId, ownerStaffId: me.staffId });
  expect(await alike({ subscriberId })).toEqual([id]);
  const { as } = await colleague({ 'tickets.view': 'own' });
  expect((await call('GET /api/tickets/alike', { subscriberId }, as)).body.tickets).toEqual([]);
});
