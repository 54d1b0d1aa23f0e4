import { addAccount } from '../../testing/accounts.ts';
import { signedIn } from '../../testing/staff.ts';
import { createSubscribersWorld } from '../../testing/subscribers.ts';
import type { As, Call } from '../../testing/world.ts';
import { api } from '../api.ts';

/** A world with somebody who may do everything, and an agent who may only work on cases. */
export async function openSaveDesk() {
  const made = await createSubscribersWorld();
  const { world, me } = made;
  const agent = await signedIn(world, { permissions: ['retention.work', 'subscribers.view'] });
  const untyped = world.via(api);
  const call = ((key, input, as: As = me.as) => untyped(key, input, as)) as Call<typeof api>;
  const { body } = await call('GET /api/leaving-reasons');
  const under = (group: string): number => {
    const parent = body.reasons.find(({ name }) => name === group);
    return body.reasons.find(({ parentId }) => parentId === parent?.id)?.id ?? 0;
  };
  return {
    ...made,
    agent,
    call,
    reasons: { price: under('Цена'), move: under('Переезд') },
    today: (): string => world.clock.now().toISOString().slice(0, 10),
    offersOf: async (id: number) => (await call('GET /api/cases/{id}/offers', { id })).body,
    /** Somebody with an account who wants to leave, and why. */
    begin: async (reasonId: number) => {
      const subscriberId = await made.add();
      const accountId = await addAccount(world, subscriberId);
      const { id } = (await call('POST /api/cases', { subscriberId })).body;
      await call('PUT /api/cases/{id}/reason', { id, version: 1, reasonId });
      return { subscriberId, accountId, id, version: 2 };
    },
  };
}

export type SaveDesk = Awaited<ReturnType<typeof openSaveDesk>>;
