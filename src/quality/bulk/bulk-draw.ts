import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { CardGroup } from '../cards/groups.ts';
import { appliesOf } from '../sampling/contacts-of.ts';
import { insertDraws } from '../sampling/draw-week.ts';

export type DrawnContact = {
  id: number;
  weekOn: string;
  staffId: number;
  teamId: number | null;
  conversationId: number;
  kind: string;
  applies: string[];
  isSpare: boolean;
};
export type CardInUse = { id: number; version: number; kind: string; groups: CardGroup[] };

/**
 * Draws weeks that are over as the product does, for a base that was made and not lived; from then
 * on every week is drawn by itself.
 * @returns what was drawn, and by which cards it is judged
 */
export async function bulkDraw(
  ctx: Ctx,
  { contactsWeekly, weeks }: { contactsWeekly: number; weeks: readonly string[] },
): Promise<{ draws: DrawnContact[]; cards: CardInUse[] }> {
  // quality_plans_pkey
  await sql`
    update quality_plans set contacts_weekly = ${contactsWeekly}, begins_on = ${weeks[0]}::date`.execute(
    ctx.db,
  );
  for (const weekOn of weeks) {
    await insertDraws(ctx, { weekOn, contactsWeekly }, dayAfter(weekOn));
  }
  // quality_draws_week_on_staff_id_place_key, conversations_pkey
  const { rows: draws } = await sql<DrawnContact>`
    select d.id, d.week_on, d.staff_id, d.team_id, d.conversation_id, d.kind,
           ${appliesOf} as applies, d.state = 'spare' as is_spare
    from   quality_draws d join conversations c on c.id = d.conversation_id
    where  d.week_on = any(${weeks}::date[]) order by d.week_on, d.staff_id, d.place`.execute(
    ctx.db,
  );
  // quality_card_versions_pkey (card_id, version)
  const { rows: cards } = await sql<CardInUse>`
    select c.id, c.version, c.kind, v.groups
    from   quality_cards c
    join   quality_card_versions v on v.card_id = c.id and v.version = c.version
    where  c.archived_at is null order by c.id`.execute(ctx.db);
  return { draws, cards };
}

/** The morning on which a week is over. */
const dayAfter = (weekOn: string): Date =>
  new Date(Date.parse(`${weekOn}T06:00:00Z`) + 7 * 86_400_000);
