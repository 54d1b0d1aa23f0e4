import { sql } from 'kysely';
import type { z } from 'zod';
import { conversationsWithin, me } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import type { calibrationsApi } from '../api/calibrations.ts';
import { agentOf, appliesOf } from '../sampling/contacts-of.ts';

type Input = z.output<(typeof calibrationsApi)['POST /api/quality-calibrations']['input']>;
type Contact = { id: number; agentId: number | null; isJudged: boolean; applies: string[] };

/** Has several judge the same contacts by the same card. Nobody judges their own. */
export async function openCalibration(
  ctx: Ctx,
  { name, cardId, ...input }: Input,
): Promise<Result<{ id: number }>> {
  const conversationIds = [...new Set(input.conversationIds)];
  const staffIds = [...new Set(input.staffIds)];
  // quality_cards_pkey
  const { rows: cards } = await sql<{ version: number }>`
    select version from quality_cards where id = ${cardId} and archived_at is null`.execute(ctx.db);
  const [card] = cards;
  if (!card) return fail('quality.no_such_card');
  const contacts = await contactsOf(ctx, conversationIds);
  const refused =
    refuseContacts(contacts, conversationIds, staffIds) ?? (await refusePeople(ctx, staffIds));
  if (refused) return refused;
  const opened = await ctx.db
    .insertInto('qualityCalibrations')
    .values({
      name,
      cardId,
      cardVersion: card.version,
      ledBy: me(ctx),
      openedAt: ctx.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const at = { calibrationId: opened.id };
  await ctx.db
    .insertInto('qualityCalibrationPeople')
    .values(staffIds.map((staffId) => ({ ...at, staffId })))
    .execute();
  await ctx.db
    .insertInto('qualityCalibrationContacts')
    .values(contacts.map(({ id, applies }) => ({ ...at, conversationId: id, applies })))
    .execute();
  const subject = { kind: 'quality_calibration', id: opened.id };
  const facts = { card: cardId, contacts: contacts.length, staffIds };
  await emit(ctx, { type: 'quality.calibration_opened', subject, facts });
  return ok(opened);
}

async function contactsOf(ctx: Ctx, ids: readonly number[]): Promise<Contact[]> {
  // conversations_pkey, quality_draws_conversation_id_key, quality_reviews_draw_id_key
  const { rows } = await sql<Contact>`
    select c.id, ${agentOf} as agent_id, ${appliesOf} as applies,
           exists (select from quality_draws d join quality_reviews r on r.draw_id = d.id
                   where  d.conversation_id = c.id) as is_judged
    from   conversations c
    where  c.id = any(${ids}::bigint[]) and c.state = 'closed' and c.merged_into_id is null
    and    ${conversationsWithin(ctx)} order by c.id`.execute(ctx.db);
  return rows;
}

function refuseContacts(
  contacts: readonly Contact[],
  ids: readonly number[],
  staffIds: readonly number[],
): Fail | undefined {
  if (contacts.length < ids.length) return fail('quality.no_such_contact');
  const isOwn = contacts.some(({ agentId }) => agentId !== null && staffIds.includes(agentId));
  if (isOwn) return fail('quality.own_contact');
  // Whoever judged it, or has read how it was judged, is not blind to anybody any more.
  return contacts.some(({ isJudged }) => isJudged) ? fail('quality.judged_already') : undefined;
}

/** Only those who are here and may judge. */
async function refusePeople(ctx: Ctx, staffIds: readonly number[]): Promise<Fail | undefined> {
  // staff_pkey, roles_pkey
  const { rows } = await sql`
    select from staff s join roles r on r.id = s.role_id
    where  s.id = any(${staffIds}::bigint[]) and s.disabled_at is null
    and   (r.code is not distinct from 'administrator' or r.permissions ? 'quality.review')`.execute(
    ctx.db,
  );
  return rows.length < staffIds.length ? fail('quality.no_such_reviewer') : undefined;
}
