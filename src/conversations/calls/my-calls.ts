import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { callsApi } from '../api/calls.ts';
import { me } from '../reach.ts';
import { callerVeil } from '../verifying/verified.ts';
import { callerOf, contactsOf, partsOf } from './caller.ts';

type Answer = z.input<(typeof callsApi)['GET /api/calls/mine']['output']>;
type LineNow = Answer['calls'][number];
type Row = Omit<LineNow, 'caller' | 'contacts' | 'parts'> & {
  conversationId: number | null;
  subscriberId: number | null;
};

/** What was forgotten for longer than this is not asked about any more. */
const ASKED_FOR_HOURS = 12;

/**
 * What is on my line: the call that rings at my phone, the one I speak in, and those that are over
 * and wait for their outcome. With each, who it is, in one answer.
 */
export async function myCalls(ctx: Ctx): Promise<Result<Answer>> {
  const rows = await linesOf(ctx);
  const calls = await Promise.all(
    rows.map(async ({ subscriberId, ...row }: Row): Promise<LineNow> => {
      const [known, contacts] = await Promise.all([
        subscriberId === null ? null : callerOf(ctx, subscriberId),
        contactsOf(ctx, { subscriberId, phone: row.phone, exceptId: row.conversationId }),
      ]);
      if (known === null) return { ...row, caller: null, contacts, parts: {} };
      const [parts, veil] = await Promise.all([
        partsOf(ctx, known.ids),
        callerVeil.of(ctx, known.ids),
      ]);
      // Where one lives and how one stands is not put under the agent's nose before it may be said.
      const hidden = veil ? { status: null, address: null, accounts: [] } : {};
      return { ...row, caller: { ...known.caller, ...hidden }, contacts, parts };
    }),
  );
  return ok({ calls });
}

async function linesOf(ctx: Ctx): Promise<Row[]> {
  const now = ctx.clock.now();
  const since = new Date(now.getTime() - ASKED_FOR_HOURS * 3_600_000);
  // calls_going (began_at) where result is null, call_attempts_staff, calls_pkey
  const { rows } = await sql<Row>`
    select k.id, k.direction, k.phone, k.our_number, k.began_at, k.answered_at, k.ended_at,
           k.result, k.conversation_id, c.touch_due_at, coalesce(c.norm_seconds, 0) as norm_seconds,
           s.root_id as subscriber_id,
           case when k.result is not null then 'over'
                when k.answered_at is not null or k.direction = 'out' then 'talking'
                else 'ringing' end as state
    from  (select g.id
           from   calls g join staff m on m.id = ${me(ctx)}
           where  g.result is null and g.began_at > ${since} and g.direction in ('in', 'out')
           and    (g.staff_id = m.id or g.ringing @> array[m.extension])
           union
           select a.call_id
           from   call_attempts a
           where  a.staff_id = ${me(ctx)} and a.ended_at is null and a.call_id is not null
           and    a.started_at > ${since}) own
    join   calls k on k.id = own.id
    left   join conversations c on c.id = k.conversation_id
    left   join subscribers s on s.id = c.subscriber_id
    where  k.began_at is not null
    order  by k.result is not null, k.began_at, k.id
    limit  5`.execute(ctx.db);
  return rows;
}
