import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { named } from '../../kernel/db/named.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { isVeiled } from '../../subscribers/index.ts';
import type { Case } from '../api/cases.ts';
import { hasLetNumberGo } from '../exits/let-go.ts';
import { reaches } from '../reach.ts';
import { leavesOn } from './leaves-on.ts';
import { pastOf } from './past-of.ts';

type Shown = z.input<typeof Case>;
type Found = Omit<Shown, 'past' | 'history' | 'subscriber'> & {
  subscriber: { id: number; name: string };
};

const MOST_STEPS = 300;

/** All that the page of a case shows. */
export async function showCase(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  const found = await find(ctx, id);
  if (!found) return fail('retention.no_such_case');
  const isHidden = await isVeiled(ctx, found.subscriber.id);
  const history = await historyOf(ctx, id);
  return ok({
    ...found,
    ...(isHidden
      ? { ...hidden(found), wishes: found.wishes.map((wish) => ({ ...wish, words: '' })) }
      : {}),
    past: isHidden ? null : await pastOf(ctx, found.subscriber.id),
    history,
  });
}

/** What a list hides of whoever is on the line and not verified is hidden here as well. */
const hidden = ({ subscriber }: Found) => ({ note: '', subscriber: { ...subscriber, name: '' } });

async function find(ctx: Ctx, id: number): Promise<Found | undefined> {
  // Primary keys; case_wishes_case (case_id, id)
  const { rows } = await sql<Found>`
    select c.id, c.version, c.source, c.state, c.outcome, c.note, c.is_angry, c.is_repeated,
           c.due_at, c.spoken_at, c.call_at, c.opened_at, c.closed_at, c.left_on,
           ${sql.raw(leavesOn)} as leaves_on,
           c.is_here_month, c.is_here_quarter, ${hasLetNumberGo(sql`c.id`)} as has_let_number_go,
           jsonb_build_object('id', who.id, 'name', who.display_name) as subscriber,
           ${named('r')} as reason, ${named('o')} as owner, ${named('m')} as team,
           case when g.id is not null then jsonb_build_object(
             'id', g.id, 'name', g.name, 'takesOffers', g.takes_offers) end as reason_group,
           wishes.all_of as wishes
    from   retention_cases c
    join   subscribers own on own.id = c.subscriber_id
    join   subscribers who on who.id = own.root_id
    left   join leaving_reasons r on r.id = c.reason_id
    left   join leaving_reasons g on g.id = r.parent_id
    left   join staff o on o.id = c.owner_staff_id
    left   join teams m on m.id = c.team_id
    cross  join lateral (
      select coalesce(jsonb_agg(jsonb_build_object(
               'id', w.id, 'source', w.source, 'words', w.words, 'rule', u.name,
               'conversation', case when v.id is not null then
                 jsonb_build_object('id', v.id, 'number', v.number) end,
               'ticketId', w.ticket_id, 'heardAt', w.heard_at, 'heardBy', h.name)
               order by w.id), '[]') as all_of
      from   case_wishes w
      left   join wish_rules u on u.id = w.rule_id
      left   join conversations v on v.id = w.conversation_id
      left   join staff h on h.id = w.heard_by
      where  w.case_id = c.id) wishes
    where  c.id = ${id} and ${reaches(ctx, 'retention.work')}`.execute(ctx.db);
  return rows[0];
}

async function historyOf(ctx: Ctx, id: number): Promise<Shown['history']> {
  // events_subject (subject_kind, subject_id, id desc)
  const { rows } = await sql<Shown['history'][number]>`
    select e.id, e.type, e.occurred_at as at, s.name as actor, e.facts
    from   events e left join staff s on s.id = e.actor_staff_id
    where  e.subject_kind = 'case' and e.subject_id = ${id}
    order  by e.id desc limit ${MOST_STEPS}`.execute(ctx.db);
  return rows.toReversed();
}
