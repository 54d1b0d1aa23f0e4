import { sql } from 'kysely';
import { me } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { CardGroup } from '../cards/groups.ts';
import { knownOf } from '../known/known-facts.ts';
import { appliesOf } from '../sampling/contacts-of.ts';
import { type Draw, lockDraw } from '../sampling/lock-draw.ts';
import { itemsOf } from './score-card.ts';

/**
 * Begins to judge a drawn contact by the card of its kind; goes on where one has begun oneself, and
 * anew where somebody has who is not here any more.
 */
export async function startReview(
  ctx: Ctx,
  { id }: { id: number },
): Promise<Result<{ id: number }>> {
  const locked = await lockDraw(ctx, id);
  if (!locked.ok) return locked;
  const draw = locked.value;
  if (draw.reviewId !== null && draw.reviewerId === me(ctx)) return ok({ id: draw.reviewId });
  if (draw.isTaken || draw.state !== 'waiting') return fail('quality.taken_already');
  const card = await cardFor(ctx, draw.kind);
  if (!card) return fail('quality.no_card');
  const applies = await appliesTo(ctx, draw.conversationId);
  // What one who left has begun is judged anew. quality_reviews_draw_id_key
  await sql`delete from quality_reviews where draw_id = ${id}`.execute(ctx.db);
  const review = await ctx.db
    .insertInto('qualityReviews')
    .values({
      drawId: id,
      staffId: draw.staffId,
      teamId: draw.teamId,
      reviewerId: me(ctx),
      cardId: card.id,
      cardVersion: card.version,
      applies,
      startedAt: ctx.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await fillIn(ctx, review.id, draw, itemsOf(card.groups, applies));
  await emit(ctx, {
    type: 'quality.review_started',
    subject: { kind: 'quality_review', id: review.id },
    facts: { staffId: draw.staffId, cardId: card.id },
  });
  return ok(review);
}

type Card = { id: number; version: number; groups: CardGroup[] };

/** The newest card in use for such contacts; that of support stands in where there is none. */
async function cardFor(ctx: Ctx, kind: string): Promise<Card | undefined> {
  // quality_card_versions_pkey; an operator has some dozens of cards
  const { rows } = await sql<Card>`
    select c.id, c.version, v.groups
    from   quality_cards c
    join   quality_card_versions v on v.card_id = c.id and v.version = c.version
    where  c.archived_at is null and c.kind in (${kind}, 'support')
    order  by c.kind = ${kind} desc, c.id desc limit 1`.execute(ctx.db);
  return rows[0];
}

async function appliesTo(ctx: Ctx, conversationId: number): Promise<string[]> {
  // conversations_pkey
  const { rows } = await sql<{ applies: string[] }>`
    select ${appliesOf} as applies from conversations c where c.id = ${conversationId}`.execute(
    ctx.db,
  );
  return rows[0]?.applies ?? ['always'];
}

/** Answers what the system knows, each with the row by which it is known. */
async function fillIn(
  ctx: Ctx,
  reviewId: number,
  draw: Draw,
  items: ReturnType<typeof itemsOf>,
): Promise<void> {
  const facts = new Set(items.flatMap(({ known }) => (known === null ? [] : [known])));
  const known = await knownOf(ctx, draw, facts);
  const answers = items.flatMap(({ key, known: fact, scale }) => {
    const one = fact === null ? undefined : known.get(fact);
    if (!one) return [];
    const { answer: told, sourceKind, sourceId, sourceAt } = one;
    const byPoints = { yes: '4', no: '0', na: 'na' } as const;
    const answer = scale === 'points' ? byPoints[told] : told;
    return [{ reviewId, item: key, answer, filled: answer, sourceKind, sourceId, sourceAt }];
  });
  if (answers.length > 0) await ctx.db.insertInto('qualityAnswers').values(answers).execute();
}
