import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { isUnderVeil, type Veiled, veiledNow } from '../../kernel/veil.ts';
import { hasDraft, labelsOf, type ShownLabel } from '../../work/index.ts';
import type { Closing } from '../api/outcomes.ts';
import { isTalk } from '../verifying/verified.ts';

/** A row of the desk's list, as the database gives it. */
export type DeskRow = {
  id: number;
  number: number;
  channel: string;
  subject: string;
  preview: string;
  who: string;
  phone: string;
  email: string;
  account: string;
  canReply: boolean;
  subscriberId: number | null;
  state: 'open' | 'snoozed' | 'closed';
  whoseTurn: 'ours' | 'theirs' | 'nobody';
  owner: { id: number; name: string } | null;
  labels: ShownLabel[];
  hasDraft: boolean;
  offer: { staffId: number; name: string; expiresAt: string } | null;
  openedAt: Date;
  normSeconds: number;
  touchDueAt: Date;
  touchedAt: Date | null;
  touchSeconds: number | null;
  touchedBy: { id: number; name: string } | null;
  escalatedAt: Date | null;
  replyDueAt: Date | null;
  nextDueAt: Date;
  urgentAt: Date;
  valueTier: number;
  valueReason: string | null;
  headStartSeconds: number;
  nextTryAt: Date | null;
  tries: number;
  isCalling: boolean;
  isUntold: boolean;
  closedAt: Date | null;
  closedOutcome: Closing | null;
  version: number;
};

const PREVIEW_LENGTH = 140;

/**
 * What a veil hides in a row: how its subscriber is reached. In the talk itself that is what is
 * known of whoever is on the line; only what the card adds to it is hidden there.
 */
const hidden = (ctx: Ctx, veiled: Veiled) => {
  const under = isUnderVeil(veiled, sql`c.subscriber_id`);
  return { under, elsewhere: sql<boolean>`(${under} and not ${isTalk(ctx)})` };
};

/** What a row shows, of `conversations c`; goes with `rowJoins`. */
export function rowColumns(ctx: Ctx, veiled: Veiled): RawBuilder<unknown> {
  const { under, elsewhere } = hidden(ctx, veiled);
  return sql`
  c.id, c.number, c.channel, c.subject, c.state, c.whose_turn, c.opened_at, c.norm_seconds,
  c.touch_due_at, c.touched_at, c.touch_seconds, c.escalated_at, c.reply_due_at, c.next_due_at, c.closed_at,
  c.urgent_at, c.value_tier, c.value_reason, c.head_start_seconds,
  c.closed_outcome, c.version, coalesce(cb.tries, 0) as tries,
  coalesce(not g.is_over, false) as is_calling, coalesce(g.is_over, false) as is_untold,
  r.id as subscriber_id,
  coalesce(nullif(r.display_name, ''), c.contact_draft ->> 'name', '') as who,
  case when ${elsewhere} then ''
       when c.channel_id is null then coalesce(cb.phone, c.sender)
       else coalesce(nullif(cb.phone, ''),
                     (select k.value from contacts k
                      where  k.subscriber_id = r.id and k.kind = 'phone' and k.removed_at is null
                      and   not ${under}
                      order  by k.is_primary desc, k.id limit 1),
                     c.contact_draft ->> 'phone', '') end as phone,
  case when c.channel = 'email' and not ${under} then c.sender else '' end as email,
  case when ${elsewhere} then '' else coalesce(c.contact_draft ->> 'account', '') end as account,
  c.channel_id is not null as can_reply,
  coalesce((select left(m.text, ${sql.lit(PREVIEW_LENGTH)}) from messages m
            where  m.conversation_id = c.id and m.direction = 'in'
            order  by m.happened_at desc, m.id desc limit 1), '') as preview,
  case when cb.state = 'waiting' and cb.tries + (c.touched_at is not null)::int > 0
       then cb.next_try_at end as next_try_at,
  ${labelsOf('conversations', sql.ref('c.id'))} as labels,
  ${hasDraft(ctx, 'conversations', sql.ref('c.id'))} as has_draft,
  case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name) end as owner,
  case when tb.id is not null then jsonb_build_object('id', tb.id, 'name', tb.name)
  end as touched_by,
  case when f.id is not null then jsonb_build_object(
    'staffId', f.staff_id, 'name', fs.name,
    'expiresAt', to_char(f.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  end as offer`;
}

/** All by primary or unique keys, one of each for a row; call_attempts_running is unique too. */
export const rowJoins = sql`
  left join callbacks   cb on cb.conversation_id = c.id
  left join subscribers s0 on s0.id = c.subscriber_id
  left join subscribers r  on r.id = s0.root_id
  left join staff       o  on o.id = c.owner_staff_id
  left join staff       tb on tb.id = c.touched_by
  left join offers      f  on f.conversation_id = c.id and f.ended_at is null
  left join staff       fs on fs.id = f.staff_id
  left join lateral (
    select k.result is not null as is_over
    from   call_attempts a left join calls k on k.id = a.call_id
    where  a.callback_id = cb.id and a.ended_at is null) g on true`;

/** Rows in keyset pages: one more than asked for says whether there is a next page. */
export async function rowsWhere(
  ctx: Ctx,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  limit: number,
): Promise<DeskRow[]> {
  const columns = rowColumns(ctx, await veiledNow(ctx));
  const { rows } = await sql<DeskRow>`
    select ${columns} from conversations c ${rowJoins}
    where  ${where} order by ${order} limit ${limit}`.execute(ctx.db);
  return rows;
}
