import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { WorkHolder } from '../work/index.ts';
import { attention, liveReach } from './live-events.ts';
import { reaches } from './reach.ts';

type Described = { id: number; title: string; path: string };

/** What deals are called where they are pointed at; of those that the asker may see. */
async function describe(ctx: Ctx, ids: readonly number[]): Promise<Described[]> {
  // deals_pkey
  const { rows } = await sql<{ id: number; name: string }>`
    select d.id, d.name from deals d
    where  d.id = any(${[...ids]}::bigint[]) and ${reaches(ctx, 'sales.work')}`.execute(ctx.db);
  return rows.map(({ id, name }) => ({ id, title: `№ ${id} · ${name}`, path: `/deals/${id}` }));
}

async function subscriberOf(ctx: Ctx, id: number): Promise<number | null> {
  const row = await ctx.db
    .selectFrom('deals')
    .select('subscriberId')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.subscriberId ?? null;
}

/** Whether whose it is was erased. Locks it, so that an erasure waits. */
async function isErased(ctx: Ctx, id: number): Promise<boolean> {
  // deals_pkey; whose it is is read when the lock is held
  await sql`select from deals where id = ${id} for share`.execute(ctx.db);
  const { rows } = await sql`
    select from deals d join subscribers s on s.id = d.subscriber_id
    where  d.id = ${id} and s.erased_at is not null`.execute(ctx.db);
  return rows.length > 0;
}

/** Deals as something that people are called to. */
export const dealHolder: WorkHolder = {
  entity: 'deals',
  reached: (ctx, ids) => liveReach.reached(ctx, 'sales.work', ids),
  attention,
  describe,
  subscriberOf,
  isErased,
};
