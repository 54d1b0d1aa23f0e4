import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { programmeApi } from '../api/programme.ts';
import { giveLeaders } from '../leading/give-leaders.ts';
import { reaches } from '../reach.ts';
import { applyCount } from './apply-count.ts';
import { countLock } from './count-lock.ts';
import { countClients } from './count-clients.ts';
import { loadRules } from './rules.ts';

const route = 'POST /api/vip/{id}/overrides/{overrideId}/decide';
type Input = z.output<(typeof programmeApi)[typeof route]['input']>;
type Stored = {
  id: number;
  rootId: number;
  wants: 'in' | 'out';
  state: string;
  askedBy: number | null;
};

/** Decides on what another has asked, or ends what stands; it holds from this moment on. */
export async function decideOverride(
  ctx: Ctx,
  { id, overrideId, decision }: Input,
): Promise<Result<Done>> {
  // The night's count, which may be under way, would not know of what is decided beside it.
  await sql`select pg_advisory_xact_lock(${countLock(ctx)})`.execute(ctx.db);
  // vip_overrides_pkey, vip_clients_pkey
  const { rows } = await sql<Stored>`
    select o.id, s.root_id, o.wants, o.state, o.asked_by
    from   vip_overrides o
    join   subscribers s on s.id = o.subscriber_id
    left   join vip_clients v on v.id = s.root_id
    where  o.id = ${overrideId}
    and    s.root_id = (select k.root_id from subscribers k where k.id = ${id})
    and    ${reaches(ctx, 'vip.approve')}
    for    update of o`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('vip.no_such_override');
  const expected = decision === 'ended' ? 'approved' : 'asked';
  if (row.state !== expected) return fail('vip.decided_already');
  const me = staffIdOf(ctx.actor);
  if (decision === 'approved' && me !== null && row.askedBy === me) return fail('vip.own_wish');
  await ctx.db
    .updateTable('vipOverrides')
    .set({
      state: decision,
      ...(decision === 'ended'
        ? {}
        : { decidedBy: row.askedBy === me ? null : me, decidedAt: ctx.clock.now() }),
    })
    .where('id', '=', row.id)
    .execute();
  await emit(ctx, {
    type: 'vip.override_decided',
    subject: { kind: 'vip_client', id: row.rootId },
    subscriberId: row.rootId,
    facts: { decision, wants: row.wants },
  });
  const rules = await loadRules(ctx);
  await countClients(ctx, rules, [row.rootId]);
  await applyCount(ctx, rules);
  await giveLeaders(ctx);
  return ok({});
}
