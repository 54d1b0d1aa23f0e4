import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { TicketLine } from '../api/open.ts';
import { lineColumns, lineJoins } from '../queries.ts';
import { reaches } from '../reach.ts';

const MOST_SHOWN = 5;
/** What a neighbour has said of the same this lately may have the same cause. */
const NEIGHBOURS_DAYS = 7;
const DAY_MS = 86_400_000;

type Asked = {
  subscriberId?: number | undefined;
  conversationId?: number | undefined;
  categoryId?: number | undefined;
  subject?: string | undefined;
  exceptId?: number | undefined;
};

/**
 * Tickets not done yet that may be about the same: of the subscriber, and of the last days in the
 * same category from the same house. Those of the category come first, then those whose subject
 * reads most alike.
 */
export async function listAlike(
  ctx: Ctx,
  { subscriberId, conversationId, categoryId, subject = '', exceptId }: Asked,
): Promise<Result<{ tickets: z.input<typeof TicketLine>[] }>> {
  const from = new Date(ctx.clock.now().getTime() - NEIGHBOURS_DAYS * DAY_MS);
  // subscribers_root, service_addresses_subscriber, premises_building_id_flat_key,
  // service_addresses_premise, tickets_subscriber (subscriber_id, opened_at desc)
  const { rows } = await sql<z.input<typeof TicketLine>>`
    with theirs as (
      select s.id from subscribers s
      where  s.root_id = (select root_id from subscribers where id = coalesce(
               ${subscriberId ?? null},
               (select subscriber_id from conversations where id = ${conversationId ?? null})))
    ), houses as (
      select distinct p.building_id
      from   theirs
      join   service_addresses a on a.subscriber_id = theirs.id and a.removed_at is null
      join   premises p on p.id = a.premise_id
    ), near as (
      select t.id from theirs join tickets t on t.subscriber_id = theirs.id
      where  t.state <> 'done'
      union
      select t.id
      from   houses h
      join   premises p on p.building_id = h.building_id
      join   service_addresses a on a.premise_id = p.id and a.removed_at is null
      join   tickets t on t.subscriber_id = a.subscriber_id and t.opened_at >= ${from}
      where  t.state <> 'done' and t.category_id = ${categoryId ?? null}
    )
    select ${lineColumns}
    from   near join tickets t on t.id = near.id ${lineJoins}
    where  t.merged_into_id is null and t.id is distinct from ${exceptId ?? null}
    and    ${reaches(ctx, 'tickets.view')}
    order  by t.category_id is not distinct from ${categoryId ?? null} desc,
              similarity(lower(t.subject), lower(${subject})) desc, t.id desc
    limit  ${MOST_SHOWN}`.execute(ctx.db);
  return ok({ tickets: rows });
}
