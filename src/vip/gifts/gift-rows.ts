import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { isVeiledOf, veiledNow } from '../../kernel/veil.ts';
import type { Gift } from '../api/gifts.ts';

/** More than so many are not read at once. */
export const MOST_GIFTS = 5000;

type Shown = z.input<typeof Gift>;

const named = (alias: string) =>
  sql.raw(`case when ${alias}.id is not null
    then jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name) end`);

/**
 * Gifts with everything that is told of them.
 * @param which a condition on `vip_gifts f`, the client's row `v` and their record `r`
 * @param order how they stand
 */
export async function readGifts(
  ctx: Ctx,
  which: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<Shown[]> {
  const me = staffIdOf(ctx.actor);
  // vip_gifts_month (month, tier), vip_gifts_subscriber (subscriber_id, deliver_on), keys of others
  const { rows } = await sql<Shown>`
    select f.id, f.version, jsonb_build_object('id', r.id, 'name', r.display_name) as subscriber,
           f.tier, f.month, f.deliver_on, f.occasion_key, f.occasion_kind, ${named('i')} as item,
           i.kind, f.count, f.cost_minor, f.recipient, f.recipient_kind, f.note, f.state,
           ${named('p')} as planned_by, f.needs_second, ${named('a')} as approved_by,
           ${named('b')} as second_by, f.overspend_reason, ${named('d')} as delivered_by,
           f.delivered_at, f.was_delivered, f.reaction, f.reaction_note,
           coalesce(${me}::bigint in (f.planned_by, f.approved_by), false) as is_mine
    from   vip_gifts f
    join   subscribers s on s.id = f.subscriber_id
    join   subscribers r on r.id = s.root_id
    join   vip_clients v on v.id = r.id
    join   vip_gift_items i on i.id = f.item_id
    left   join staff p on p.id = f.planned_by
    left   join staff a on a.id = f.approved_by
    left   join staff b on b.id = f.second_by
    left   join staff d on d.id = f.delivered_by
    where  ${which}
    order  by ${order} limit ${MOST_GIFTS}`.execute(ctx.db);
  const veiled = await veiledNow(ctx);
  return rows.map((row) =>
    isVeiledOf(veiled, row.subscriber.id as number)
      ? {
          ...row,
          subscriber: { ...row.subscriber, name: '' },
          recipient: '',
          note: '',
          reactionNote: '',
        }
      : row,
  );
}
