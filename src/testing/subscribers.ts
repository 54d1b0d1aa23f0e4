import { inTransaction } from '../kernel/db/transaction.ts';
import { api } from '../subscribers/api.ts';
import { type AttributeType, ensureAttributes } from '../work/index.ts';
import { type SignedIn, signedIn } from './staff.ts';
import { type Call, createWorld, type World } from './world.ts';

/** A world in which somebody who may do everything with subscribers has signed in. */
export type SubscribersWorld = {
  world: World;
  me: SignedIn;
  /** Calls the routes of subscribers as that person. */
  call: Call<typeof api>;
  /** Adds a person and gives the id; fields as in the route. */
  add: (fields?: Record<string, unknown>) => Promise<number>;
};

/**
 * Where every test of subscribers begins: a town, its city code, a person at work.
 * @param attributes what the operator keeps of its own, by key
 * @param environment settings that differ from a test's usual ones
 */
export async function createSubscribersWorld(
  attributes: Readonly<Record<string, AttributeType>> = {},
  environment: Readonly<Record<string, string>> = {},
): Promise<SubscribersWorld> {
  const world = await createWorld(environment);
  await world.ctx.db
    .updateTable('operatorProfile')
    .set({ settings: JSON.stringify({ city: 'Томск' }) })
    .execute();
  const wanted = Object.entries(attributes).map(([key, type]) => ({
    key,
    label: key,
    type,
    choices: [],
  }));
  await inTransaction(world.ctx, (tx) => ensureAttributes(tx, 'subscribers', wanted));
  Object.assign(world.ctx.operator, { cityCode: '3822' });
  const me = await signedIn(world, { name: 'Смирнова Вера' });
  const untyped = world.via(api);
  const call = ((key, input, as = me.as) => untyped(key, input, as)) as typeof untyped;
  let count = 0;
  const add = async (fields: Record<string, unknown> = {}): Promise<number> => {
    count += 1;
    const made = await call('POST /api/subscribers', {
      kind: 'person',
      lastName: `Фамильев${count}`,
      firstName: 'Тест',
      ...fields,
    });
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    return made.body.id;
  };
  return { world, me, call, add };
}
