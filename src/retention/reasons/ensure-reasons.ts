import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { firstOffers } from '../offers/first-offers.ts';
import { ensurePlays } from '../plays/ensure-plays.ts';
import { firstRules } from '../wishes/first-rules.ts';
import { firstAnswers } from './first-answers.ts';
import { firstReasons } from './first-reasons.ts';
import { firstWords, openingWords } from './first-words.ts';

/** Gives an operator who has none the reasons and the words that are heard everywhere. */
export async function ensureDictionaries(outer: Ctx): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    await ensureReasons(ctx);
    await ensureAnswers(ctx);
    await ensureDesk(ctx);
    await ensureRules(ctx);
    await ensureOffers(ctx);
    await ensurePlays(ctx);
  });
}

async function ensureReasons(ctx: Ctx): Promise<void> {
  const { rows } = await sql`select from leaving_reasons limit 1`.execute(ctx.db);
  if (rows.length > 0) return;
  const createdAt = ctx.clock.now();
  const words = firstWords[ctx.operator.language];
  const answers = firstAnswers[ctx.operator.language];
  const answersOf = (name: string): string => JSON.stringify(answers[name] ?? []);
  for (const [position, group] of firstReasons[ctx.operator.language].entries()) {
    const { reasons, ...fields } = group;
    const wordsOf = (name: string): string => words[name] ?? '';
    const { id: parentId } = await ctx.db
      .insertInto('leavingReasons')
      .values({
        ...fields,
        words: wordsOf(group.name),
        answers: answersOf(group.name),
        position,
        createdAt,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const own = reasons.map((name, at) => ({
      parentId,
      name,
      words: wordsOf(name),
      answers: answersOf(name),
      position: at,
      createdAt,
    }));
    await ctx.db.insertInto('leavingReasons').values(own).execute();
  }
}

/**
 * Where no reason says how its words go on, those that nobody has changed get what is said first.
 * An operator who began before there were answers has none.
 */
async function ensureAnswers(ctx: Ctx): Promise<void> {
  const said = Object.entries(firstAnswers[ctx.operator.language]);
  const rows = said.map(([name, answers]) => ({ name, answers }));
  await sql`
    update leaving_reasons r set answers = f.answers
    from   jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f (name text, answers jsonb)
    where  r.name = f.name and r.version = 1
    and    not exists (select from leaving_reasons x where x.answers <> '[]')`.execute(ctx.db);
}

async function ensureDesk(ctx: Ctx): Promise<void> {
  await ctx.db
    .insertInto('saveDeskSettings')
    .values({ openingWords: openingWords[ctx.operator.language] })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function ensureRules(ctx: Ctx): Promise<void> {
  const { rows } = await sql`select from wish_rules limit 1`.execute(ctx.db);
  if (rows.length > 0) return;
  const createdAt = ctx.clock.now();
  const rules = firstRules[ctx.operator.language].map((rule) => ({ ...rule, createdAt }));
  await ctx.db.insertInto('wishRules').values(rules).execute();
}

async function ensureOffers(ctx: Ctx): Promise<void> {
  const { rows } = await sql`select from retention_offers limit 1`.execute(ctx.db);
  if (rows.length > 0) return;
  const createdAt = ctx.clock.now();
  const offers = firstOffers[ctx.operator.language].map((offer) => ({ ...offer, createdAt }));
  await ctx.db.insertInto('retentionOffers').values(offers).execute();
}
