import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import type { OccasionKind } from '../kinds.ts';
import type { SheetLine } from '../slots.ts';
import { missingKinds } from './missing-kinds.ts';
import { occasions, readComing } from './occasion-rows.ts';

/** How far ahead a sheet looks. */
const AHEAD_DAYS = 7;

/** Days within a week of which nobody was greeted yet. */
export async function occasionLines(ctx: Ctx, ids: readonly number[]): Promise<SheetLine[]> {
  const from = today(ctx);
  const which = sql`v.id = any(${ids}::bigint[])`;
  const rows = await readComing(ctx, which, { from, to: daysAfter(from, AHEAD_DAYS) });
  return rows
    .filter(({ greetedAt }) => greetedAt === null)
    .map(({ key, kind, name, on, subscriber }) => ({
      subscriberId: subscriber.id,
      kind: 'occasion',
      key: `occasion:${key}:${on}`,
      on,
      words: name === '' ? kind : `${kind}: ${name}`,
      path: `/vip/clients/${subscriber.id}`,
    }));
}

type Known = {
  id: number;
  kind: 'person' | 'organisation';
  kinds: OccasionKind[];
  lacks: string[];
};

/** What is to be found out while getting to know a client: days, and by what to reach them. */
export async function missingLines(ctx: Ctx, ids: readonly number[]): Promise<SheetLine[]> {
  // contacts_subscriber, subscribers_root (root_id)
  const { rows } = await sql<Known>`
    with ${occasions(sql`v.id = any(${ids}::bigint[])`)}
    select c.id, c.kind,
           array(select distinct o.kind from occasion o where o.client_id = c.id) as kinds,
           array(select w.kind from (values ('phone'), ('email')) w (kind)
                 where  not exists (
                   select from subscribers m
                   join   contacts k on k.subscriber_id = m.id and k.removed_at is null
                   where  m.root_id = c.id and k.kind = w.kind)) as lacks
    from   client c`.execute(ctx.db);
  return rows.flatMap(({ id, kind, kinds, lacks }) => {
    const missing = [...missingKinds(kind, new Set(kinds)), ...lacks];
    if (missing.length === 0) return [];
    const words = missing.join(', ');
    const path = `/vip/clients/${id}`;
    return [{ subscriberId: id, kind: 'missing' as const, key: 'missing', words, path }];
  });
}
