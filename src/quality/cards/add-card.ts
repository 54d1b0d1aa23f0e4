import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import type { cardsApi } from '../api/cards.ts';
import { type CardGroup, refuseGroups } from './groups.ts';

type Input = z.output<(typeof cardsApi)['POST /api/quality-cards']['input']>;

/** Told at the field of the name: one of the same name is here already. */
export const nameTaken = (): Fail => fail('quality.name_taken', {}, { name: 'quality.name_taken' });

/** Adds a scorecard in its first version. */
export async function addCard(
  ctx: Ctx,
  { groups, ...fields }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const refused = refuseGroups(groups);
  if (refused) return refused;
  const made = await insertCard(ctx, { groups, ...fields });
  if (!made) return nameTaken();
  const subject = { kind: 'quality_card', id: made.id };
  await emit(ctx, { type: 'quality.card_added', subject, facts: { card: fields.name } });
  return ok(made);
}

/** @returns nothing where one of the same name is here already */
export async function insertCard(ctx: Ctx, { groups, ...fields }: Input) {
  const made = await ctx.db
    .insertInto('qualityCards')
    .values(fields)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (made) await keepVersion(ctx, made, groups);
  return made;
}

export async function keepVersion(
  ctx: Ctx,
  { id: cardId, version }: { id: number; version: number },
  groups: readonly CardGroup[],
): Promise<void> {
  await ctx.db
    .insertInto('qualityCardVersions')
    .values({
      cardId,
      version,
      groups: JSON.stringify(groups),
      madeBy: staffIdOf(ctx.actor),
      madeAt: ctx.clock.now(),
    })
    .execute();
}
