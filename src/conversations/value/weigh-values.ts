import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { loadSettings } from '../settings/desk-clock.ts';
import { valueSources } from '../slots.ts';

const BATCH = 500;

type Worth = { tier: 1 | 2; reason: string };

/**
 * Says of what is open and was not weighed yet, or is known to be another subscriber's since, how
 * much its subscriber is worth and what head start that gives.
 */
export async function weighValues(ctx: Ctx): Promise<void> {
  // conversations_unvalued (id) where state = 'open' and valued_for is distinct from subscriber_id
  const { rows } = await sql<{ id: number; subscriberId: number | null }>`
    select id, subscriber_id from conversations
    where  state = 'open' and valued_for is distinct from subscriber_id
    order  by id limit ${BATCH} for update skip locked`.execute(ctx.db);
  if (rows.length === 0) return;
  const known = rows.flatMap(({ subscriberId }) => (subscriberId === null ? [] : [subscriberId]));
  const worths = await worthsOf(ctx, [...new Set(known)]);
  const { headStartSeconds } = await loadSettings(ctx);
  const weighed = rows.map(({ id, subscriberId }) => {
    const worth = subscriberId === null ? undefined : worths.get(subscriberId);
    const headStart = worth ? headStartSeconds[worth.tier - 1] : 0;
    return { id, tier: worth?.tier ?? 0, reason: worth?.reason ?? null, headStart };
  });
  await sql`
    update conversations c
    set    valued_for = c.subscriber_id, value_tier = w.tier, value_reason = w.reason,
           head_start_seconds = w."headStart"
    from   jsonb_to_recordset(${JSON.stringify(weighed)}::jsonb)
             as w (id bigint, tier smallint, reason text, "headStart" int)
    where  c.id = w.id`.execute(ctx.db);
}

/** The highest of what all sources say. */
async function worthsOf(ctx: Ctx, ids: readonly number[]): Promise<ReadonlyMap<number, Worth>> {
  const worths = new Map<number, Worth>();
  if (ids.length === 0) return worths;
  const said = await Promise.all(
    valueSources.fills.map(async ({ domain, piece: { key, tiersOf } }) => ({
      reason: `${domain}:value.${key}`,
      tiers: await tiersOf(ctx, ids),
    })),
  );
  for (const { reason, tiers } of said) {
    for (const [id, tier] of tiers) {
      if (tier > (worths.get(id)?.tier ?? 0)) worths.set(id, { tier, reason });
    }
  }
  return worths;
}
