import { randomUUID } from 'node:crypto';
import { api } from '../channels/api.ts';
import type { World } from './world.ts';

export type Form = Partial<{
  name: string;
  phone: string;
  address: string;
  wanted: string;
  key: string;
}>;

let phones = 0;

/** Posts the site's form as a person would, from a phone of its own unless one is given. */
export async function post(world: World, form: Form = {}, as: Record<string, string> = {}) {
  phones += 1;
  const phone = `+7912${String(3_000_000 + phones)}`;
  const filled = { name: 'Ольга', phone, wanted: 'Интернет в дом', consent: true, ...form };
  return world.via(api)('POST /api/public/requests', filled, {
    'idempotency-key': randomUUID(),
    ...as,
  });
}

/** Posts a form and answers with the id of the conversation it became. */
export async function ask(world: World, form: Form = {}): Promise<number> {
  const { body } = await post(world, form);
  const row = await world.ctx.db
    .selectFrom('conversations')
    .select('id')
    .where('number', '=', body.number)
    .executeTakeFirstOrThrow();
  return row.id;
}
