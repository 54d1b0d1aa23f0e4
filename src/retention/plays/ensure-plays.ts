import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { firstPlays } from './first-plays.ts';
import { ruleOf } from './signals.ts';

/**
 * Gives an operator who has no play those that are of use everywhere; one that brings an offer only
 * where there is an offer of its kind.
 */
export async function ensurePlays(ctx: Ctx): Promise<void> {
  const { rows } = await sql`select from plays limit 1`.execute(ctx.db);
  if (rows.length > 0) return;
  const offers = await ctx.db
    .selectFrom('retentionOffers')
    .select(['id', 'kind'])
    .where('archivedAt', 'is', null)
    .orderBy('id')
    .execute();
  const createdAt = ctx.clock.now();
  const made = firstPlays.flatMap(({ words, offerKind, ...fields }) => {
    const offerId = offers.find(({ kind }) => kind === offerKind)?.id ?? null;
    if (fields.action === 'offer' && offerId === null) return [];
    const [name, text] = words[ctx.operator.language];
    const { aim } = ruleOf(fields.signal);
    return [{ ...fields, name, words: text, aim, offerId, createdAt }];
  });
  await ctx.db.insertInto('plays').values(made).execute();
}
