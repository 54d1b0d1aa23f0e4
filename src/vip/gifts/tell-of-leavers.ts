import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { today } from '../../subscribers/index.ts';
import { tellNews } from '../../work/index.ts';
import { leaders } from '../sheet/list-leaders.ts';

type Open = { id: number; rootId: number; plannedBy: number | null; gift: string };

/**
 * Tells whoever planned a gift, and the leaders, that its client has left: it is delivered no more,
 * and until somebody lets it go its money and its thing are taken.
 */
export async function tellOfLeavers(ctx: Ctx): Promise<void> {
  // vip_gifts_open (subscriber_id), subscribers_pkey
  const { rows } = await sql<Open>`
    update vip_gifts f set left_told_on = ${today(ctx)}::date
    from   subscribers s join subscribers r on r.id = s.root_id, vip_gift_items i
    where  s.id = f.subscriber_id and i.id = f.item_id and r.status = 'left'
    and    f.state in ('proposed', 'approved') and f.left_told_on is null
    returning f.id, r.id as root_id, f.planned_by, i.name as gift`.execute(ctx.db);
  if (rows.length === 0) return;
  const leading = (await leaders(ctx)).map(({ id }) => id);
  await tellNews(
    ctx,
    'vip',
    rows.flatMap(({ rootId, plannedBy }) =>
      [...new Set([...leading, ...(plannedBy === null ? [] : [plannedBy])])].map((staffId) => ({
        staffId,
        entityId: rootId,
        reason: 'late' as const,
      })),
    ),
  );
  await emitMany(
    ctx,
    rows.map(({ id, rootId, gift }) => ({
      type: 'vip.gift_left_open',
      subject: { kind: 'vip_gift', id },
      subscriberId: rootId,
      facts: { gift },
    })),
  );
}
