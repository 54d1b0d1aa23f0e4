import { sql } from 'kysely';
import type { z } from 'zod';
import { me } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { calibrationsApi } from '../api/calibrations.ts';
import { agreementOf } from './agreement-of.ts';
import { calibrationsWithin } from './list-calibrations.ts';

type Route = (typeof calibrationsApi)['GET /api/quality-calibrations/{id}'];
type Shown = z.output<Route['output']>;
type Head = Omit<Shown, 'agreement'>;

/** A calibration; whoever leads it sees no answers either before it is closed. */
export async function showCalibration(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  // quality_calibrations_pkey, quality_card_versions_pkey, quality_calibration_people_pkey
  const { rows } = await sql<Omit<Head, 'contacts'>>`
    select k.id, k.name, k.opened_at, k.closed_at,
           jsonb_build_object('id', w.id, 'name', w.name) as led_by,
           jsonb_build_object('id', c.id, 'name', c.name, 'version', v.version,
                              'groups', v.groups) as card,
           p.people, p.is_mine, p.is_done
    from   quality_calibrations k
    join   quality_cards c on c.id = k.card_id
    join   quality_card_versions v on v.card_id = k.card_id and v.version = k.card_version
    join   staff w on w.id = k.led_by
    cross  join lateral (
             select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name,
                      'isDone', p.done_at is not null) order by s.name, s.id) as people,
                    bool_or(p.staff_id = ${me(ctx)}) as is_mine,
                    bool_or(p.staff_id = ${me(ctx)} and p.done_at is not null) as is_done
             from   quality_calibration_people p join staff s on s.id = p.staff_id
             where  p.calibration_id = k.id) p
    where  k.id = ${id} and ${calibrationsWithin(ctx)}`.execute(ctx.db);
  const [head] = rows;
  if (!head) return fail('quality.no_such_calibration');
  const whole: Head = { ...head, contacts: await contactsOf(ctx, id) };
  return ok({ ...whole, agreement: head.closedAt ? await opened(ctx, whole) : null });
}

async function contactsOf(ctx: Ctx, id: number): Promise<Head['contacts']> {
  // quality_calibration_contacts_once (calibration_id, conversation_id), conversations_pkey,
  // quality_calibration_answers_pkey (contact_id, staff_id, item)
  const { rows } = await sql<Head['contacts'][number]>`
    select t.id, t.conversation_id, c.number, t.applies,
           coalesce((select jsonb_agg(jsonb_build_object('item', a.item, 'answer', a.answer,
                                                         'words', a.words))
                     from   quality_calibration_answers a
                     where  a.contact_id = t.id and a.staff_id = ${me(ctx)}), '[]') as mine
    from   quality_calibration_contacts t join conversations c on c.id = t.conversation_id
    where  t.calibration_id = ${id} order by t.id`.execute(ctx.db);
  return rows;
}

/** Who said what, of those who have judged all, and how far they agree. */
async function opened(ctx: Ctx, { id, card, contacts, people }: Head): Promise<Shown['agreement']> {
  type All = NonNullable<Shown['agreement']>;
  // quality_calibration_contacts_once, quality_calibration_answers_pkey,
  // quality_calibration_people_pkey
  const { rows: said } = await sql<All['said'][number]>`
    select a.contact_id, a.staff_id, a.item, a.answer, a.words
    from   quality_calibration_contacts t
    join   quality_calibration_answers a on a.contact_id = t.id
    join   quality_calibration_people p
           on p.calibration_id = t.calibration_id and p.staff_id = a.staff_id
    where  t.calibration_id = ${id} and p.done_at is not null
    order  by a.contact_id, a.item, a.staff_id`.execute(ctx.db);
  // quality_calibration_targets_pkey (contact_id, item)
  const { rows: targets } = await sql<All['targets'][number]>`
    select g.contact_id, g.item, g.answer, g.words, s.name as set_by
    from   quality_calibration_contacts t
    join   quality_calibration_targets g on g.contact_id = t.id
    join   staff s on s.id = g.set_by
    where  t.calibration_id = ${id} order by g.contact_id, g.item`.execute(ctx.db);
  const staffIds = people.filter(({ isDone }) => isDone).map((person) => person.id);
  const figures = agreementOf({ groups: card.groups, contacts, staffIds, said });
  return { ...figures, said, targets };
}
