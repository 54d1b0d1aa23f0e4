import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockMember } from '../members/find-member.ts';
import { endOf, noteTold } from './tell-of-ending.ts';

/**
 * Notes that somebody was told that their tariff for friends ends, where no letter could; the
 * notice is counted from that day.
 */
export async function noteAgentTold(
  ctx: Ctx,
  { id }: { id: number },
): Promise<Result<{ endsOn: string }>> {
  const locked = await lockMember(ctx, id);
  if (!locked.ok) return locked;
  const { subscriberId } = locked.value;
  // subscribers_root (root_id), friend_tariffs_subscriber (subscriber_id), products_pkey
  const { rows } = await sql<{ id: number; endsOn: string; name: string }>`
    select g.id, g.ends_on, p.name
    from   subscribers o
    join   friend_tariffs g on g.subscriber_id = o.id and g.ended_on is null
    join   products p on p.id = g.product_id
    where  o.root_id = ${subscriberId} and g.ends_on is not null and g.told_at is null
    order  by g.id limit 1 for update of g`.execute(ctx.db);
  const [untold] = rows;
  if (!untold) return fail('loyalty.told_already');
  const endsOn = await endOf(ctx, untold);
  await noteTold(ctx, { ...untold, endsOn }, { by: staffIdOf(ctx.actor) });
  await emit(ctx, {
    type: 'loyalty.tariff_end_told',
    subject: { kind: 'subscriber', id: subscriberId },
    subscriberId,
    facts: { tariff: untold.name, endsOn },
  });
  return ok({ endsOn });
}
