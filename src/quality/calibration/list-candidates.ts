import { sql } from 'kysely';
import type { z } from 'zod';
import { conversationsWithin } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { calibrationsApi } from '../api/calibrations.ts';
import { contactColumns } from '../sampling/list-draws.ts';

type Route = (typeof calibrationsApi)['GET /api/quality-calibrations/contacts'];
type Contacts = z.input<Route['output']>['contacts'];

const MOST_WEEKS = 12;
const MOST_SHOWN = 60;

/** Contacts of the kind of a card that were drawn as spare ones, and so have nobody’s score. */
export async function listCandidates(
  ctx: Ctx,
  { cardId }: { cardId: number },
): Promise<Result<{ contacts: Contacts }>> {
  // quality_weeks_pkey, quality_draws_week_on_staff_id_place_key
  const { rows } = await sql<Contacts[number]>`
    select ${contactColumns}
    from   (select week_on from quality_weeks order by week_on desc limit ${MOST_WEEKS}) w
    join   quality_draws d on d.week_on = w.week_on and d.state = 'spare'
    join   quality_cards k on k.id = ${cardId} and k.kind = d.kind
    join   conversations c on c.id = d.conversation_id
    join   staff a on a.id = d.staff_id
    where  ${conversationsWithin(ctx)}
    order  by d.week_on desc, d.place, d.id limit ${MOST_SHOWN}`.execute(ctx.db);
  return ok({ contacts: rows });
}
