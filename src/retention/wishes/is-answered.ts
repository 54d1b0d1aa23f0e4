import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** Words that may be a wish, and whom they are of. */
export type Said = {
  text: string;
  subscriberId: number;
  conversationId: number | null;
  ticketId: number | null;
  messageId?: number;
  attemptId?: number;
  /** Written down by one of us, or by a rule, and not by the subscriber. */
  isOurs: boolean;
  saidAt: Date;
  ownerStaffId: number | null;
  teamId: number | null;
};

/** So long what is written in a talk goes on with the case that was closed there. */
const GOES_ON_DAYS = 14;

/**
 * Whether what we wrote ourselves is about a wish that was answered already: the talk on an open
 * case, the day on which one was closed, or for some days the call or the ticket of somebody who
 * stays. Later, and of what they say, nothing is.
 */
export async function isAnswered(ctx: Ctx, said: Said): Promise<boolean> {
  if (!said.isOurs) return false;
  // subscribers_root, retention_cases_subscriber, case_wishes_case (case_id, id)
  const { rows } = await sql`
    select from subscribers m
    join   retention_cases c on c.subscriber_id = m.id
    where  m.root_id = ${said.subscriberId} and (
             (c.state = 'open' and c.spoken_at is not null)
             or (c.outcome in ('stays', 'mistake', 'left', 'left_part')
                 and c.closed_at > ${said.saidAt}::timestamptz - interval '1 day')
             or (c.outcome = 'stays'
                 and c.closed_at > ${said.saidAt}::timestamptz - ${GOES_ON_DAYS} * interval '1 day'
                 and exists (
                   select from case_wishes w
                   where  w.case_id = c.id and (w.conversation_id = ${said.conversationId}
                                                or w.ticket_id = ${said.ticketId}))))
    limit  1`.execute(ctx.db);
  return rows.length > 0;
}
