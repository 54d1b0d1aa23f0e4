import { sql } from 'kysely';
import { bulkNoteCareful } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Temper, Tier } from '../kinds.ts';
import { programmeTick } from '../programme/run-programme.ts';

export type ProgrammeLoad = {
  personalManagers: readonly { staffId: number; tempers: readonly Temper[] }[];
  items: readonly {
    name: string;
    kind: 'flowers' | 'cognac' | 'branded' | 'certificate' | 'original';
    priceMinor: number;
    stock: number | null;
  }[];
  /** The nights that are lived through again, the earliest first. */
  nights: readonly Date[];
};

export type BroughtClient = {
  id: number;
  kind: 'person' | 'organisation';
  name: string;
  tier: Tier;
  actingId: number | null;
  customerSince: string | null;
};

export type BroughtItem = { id: number; priceMinor: number };

/**
 * A programme as a base brings it: who leads clients, what can be given, and nights that counted
 * who is of it. What was brought before is not brought again.
 * @returns clients who are of it now, and things by name
 */
export async function bulkBegin(
  ctx: Ctx,
  { personalManagers, items, nights }: ProgrammeLoad,
): Promise<{ clients: BroughtClient[]; items: Map<string, BroughtItem> }> {
  await inTransaction(ctx, async (tx) => {
    for (const { staffId, tempers } of personalManagers) {
      const row = { staffId, tempers: [...tempers], mostClients: 100 };
      await tx.db
        .insertInto('vipManagers')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    for (const item of items) {
      await tx.db
        .insertInto('vipGiftItems')
        .values(item)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    await bulkNoteCareful(tx);
  });
  const { signal } = new AbortController();
  for (const at of nights) await programmeTick.run({ ...ctx, clock: { now: () => at } }, signal);
  // vip_clients_state (state, id)
  const { rows: clients } = await sql<BroughtClient>`
    select v.id, r.kind, r.display_name as name, coalesce(v.tier, 'profitable') as tier, v.acting_id,
           r.customer_since
    from   vip_clients v join subscribers r on r.id = v.id
    where  v.state = 'member' or v.is_corporate order by v.id`.execute(ctx.db);
  const things = await ctx.db
    .selectFrom('vipGiftItems')
    .select(['id', 'name', 'priceMinor'])
    .execute();
  return { clients, items: new Map(things.map(({ name, ...thing }) => [name, thing])) };
}
