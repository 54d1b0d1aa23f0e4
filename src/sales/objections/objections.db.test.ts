import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { guidedBy } from '../guided/testing/guided-walk.ts';

let world: World;
let boss: SignedIn;

beforeAll(async () => {
  world = await createWorld();
  boss = await signedIn(world);
});
afterAll(() => world.close());

const untyped = () => world.via(api);
const call = ((key, input, as = boss.as) => untyped()(key, input, as)) as ReturnType<
  typeof untyped
>;
const heard = async (said: string) =>
  (await call('GET /api/objections', { said })).body.rows.map(({ name }) => name);

test.each([
  ['что-то дороговато у вас', 'Дорого'],
  ['я, наверное, падумаю ещё', 'Надо подумать'],
  ['у соседей ведь дешевле', 'У других дешевле'],
  ['слишком дорогой у вас тариф', 'Дорого'],
  ['мне надо с мужем посоветоваться', 'Надо подумать'],
  ['подумаем и сами перезвоним', 'Надо подумать'],
  ['конкуренты предлагают подешевле', 'У других дешевле'],
  ['меня в прошлый раз обманывали', 'Уже был плохой опыт'],
])('is found in what was said: %s', async (said, name) => {
  expect((await heard(said))[0]).toBe(name);
});

test('what nobody objects to is not heard', async () => {
  expect(await heard('добрый день, вечером удобно')).toEqual([]);
});

test('answers that help more often float up, and other words are another answer', async () => {
  const answers = [{ words: 'Первый' }, { words: 'Второй', nextStep: 'Позвонить' }];
  const made = await call('POST /api/objections', { name: 'Не хочу мастера', answers });
  const { id } = made.body;
  const read = async () =>
    (await call('GET /api/objections', { isAll: true })).body.rows.find((row) => row.id === id);
  const sale = await call('POST /api/guided-sales', { name: 'Котова Анна' });
  const { put } = guidedBy(call);
  const [first, second] = (await read())?.answers ?? [];
  const note = (answerId: number | undefined, hasHelped: boolean) =>
    put(sale.body.id, 'objections', { answerId, hasHelped });
  await note(first?.id, true);
  await note(first?.id, false);
  for (let times = 0; times < 3; times += 1) await note(second?.id, true);
  const after = await read();
  expect(after?.answers).toMatchObject([
    { words: 'Второй', used: 3, helped: 3 },
    { words: 'Первый', used: 2, helped: 1 },
  ]);
  const change = {
    id,
    version: after?.version ?? 0,
    name: 'Не хочу мастера',
    answers: [
      { id: first?.id ?? 0, words: 'Первый, иначе' },
      { id: second?.id ?? 0, words: 'Второй', nextStep: 'Записать' },
    ],
  };
  await call('PUT /api/objections/{id}', change);
  expect((await read())?.answers).toMatchObject([
    { id: second?.id, nextStep: 'Записать', used: 3 },
    { words: 'Первый, иначе', used: 0 },
  ]);
  const late = await call('PUT /api/objections/{id}', change);
  expect(late.body.code).toBe('sales.objection_changed');
  const twice = await call('POST /api/objections', { name: 'Не хочу мастера', answers });
  expect(twice.body.code).toBe('sales.objection_taken');
});
