import type { Reach } from '../../kernel/context.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { signedIn } from '../../testing/staff.ts';
import { createWorld } from '../../testing/world.ts';
import { api } from '../api.ts';

/** Where every test of tickets begins. */
export async function openTicketDesk() {
  const world = await createWorld();
  const me = await signedIn(world, { name: 'Смирнова Вера', team: 'Поддержка' });
  const untyped = world.via(api);
  const call = ((key, input, as = me.as) => untyped(key, input, as)) as typeof untyped;
  const { body } = await call('GET /api/ticket-categories');
  const categoryId = body.categories[0]?.id ?? 0;
  const open = async (fields: Record<string, unknown> = {}, as = me.as): Promise<number> => {
    const made = await call(
      'POST /api/tickets',
      { categoryId, subject: 'Нет связи', ...fields },
      as,
    );
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    return made.body.id;
  };
  const read = async (id: number) => (await call('GET /api/tickets/{id}', { id })).body;
  const change = async (id: number, fields: Record<string, unknown>, as = me.as) => {
    const { version } = await read(id);
    return call('PATCH /api/tickets/{id}', { id, version, ...fields }, as);
  };
  const addSubscriber = async (lastName: string): Promise<number> => {
    const input = { kind: 'person' as const, lastName, firstName: 'Пётр' };
    return (await world.via(subscribersApi)('POST /api/subscribers', input, me.as)).body.id;
  };
  const colleague = (permissions: Readonly<Record<string, Reach>>, team = 'Поддержка') =>
    signedIn(world, { permissions, team });
  return { world, me, call, open, read, change, categoryId, addSubscriber, colleague };
}

export type Desk = Awaited<ReturnType<typeof openTicketDesk>>;
