import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Answer } from '../kinds.ts';
import { scoreCard } from '../reviews/score-card.ts';
import type { CardInUse, DrawnContact } from './bulk-draw.ts';

type Answers = ReadonlyMap<string, Answer>;
export type ReviewLoad = {
  draw: DrawnContact;
  card: CardInUse;
  reviewerId: number;
  answers: Answers;
  finishedAt: Date;
};
export type CalibrationLoad = {
  name: string;
  card: CardInUse;
  ledBy: number;
  openedAt: Date;
  closedAt: Date;
  contacts: readonly DrawnContact[];
  /** What each has answered of a contact, in the order of the contacts. */
  judged: readonly { staffId: number; answers: readonly Answers[] }[];
};

/** Brings contacts that were judged, each with the score that its answers come to. */
export async function bulkJudge(ctx: Ctx, reviews: readonly ReviewLoad[]): Promise<void> {
  for (const { draw, card, reviewerId, answers, finishedAt } of reviews) {
    const { score, isZeroed } = scoreCard(card.groups, draw.applies, answers);
    const review = await ctx.db
      .insertInto('qualityReviews')
      .values({
        drawId: draw.id,
        staffId: draw.staffId,
        teamId: draw.teamId,
        reviewerId,
        cardId: card.id,
        cardVersion: card.version,
        applies: draw.applies,
        score,
        isZeroed,
        startedAt: finishedAt,
        finishedAt,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await ctx.db
      .insertInto('qualityAnswers')
      .values([...answers].map(([item, answer]) => ({ reviewId: review.id, item, answer })))
      .execute();
    // quality_draws_pkey
    await sql`update quality_draws set state = 'reviewed' where id = ${draw.id}`.execute(ctx.db);
  }
}

/** Brings a calibration that is closed. */
export async function bulkCalibrate(
  ctx: Ctx,
  { card, contacts, judged, closedAt, ...head }: CalibrationLoad,
): Promise<void> {
  const { id: calibrationId } = await ctx.db
    .insertInto('qualityCalibrations')
    .values({ ...head, cardId: card.id, cardVersion: card.version, closedAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  const people = judged.map(({ staffId }) => ({ calibrationId, staffId, doneAt: closedAt }));
  await ctx.db.insertInto('qualityCalibrationPeople').values(people).execute();
  for (const [at, { conversationId, applies }] of contacts.entries()) {
    const contact = await ctx.db
      .insertInto('qualityCalibrationContacts')
      .values({ calibrationId, conversationId, applies })
      .returning('id')
      .executeTakeFirstOrThrow();
    const said = judged.flatMap(({ staffId, answers }) =>
      [...(answers[at] ?? [])].map(([item, answer]) => ({
        contactId: contact.id,
        staffId,
        item,
        answer,
      })),
    );
    await ctx.db.insertInto('qualityCalibrationAnswers').values(said).execute();
  }
}
