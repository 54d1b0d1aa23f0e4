import type { Ctx, Language } from '../kernel/context.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { normKinds } from './norm-kinds.ts';

const firstCalendar: Record<Language, string> = { ru: 'Круглосуточно', en: 'Round the clock' };

/** Makes the first calendar, round the clock, and every norm that has no row yet. */
export async function ensureNorms(outer: Ctx): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const kinds = normKinds.fills.map(({ piece }) => piece);
    const calendarId = (await oldestCalendar(ctx)) ?? (await makeFirst(ctx));
    if (kinds.length === 0) return;
    const updatedAt = ctx.clock.now();
    await ctx.db
      .insertInto('norms')
      .values(
        kinds.map(({ kind, targetSeconds }) => ({ kind, targetSeconds, calendarId, updatedAt })),
      )
      .onConflict((conflict) => conflict.column('kind').doNothing())
      .execute();
  });
}

async function oldestCalendar(ctx: Ctx): Promise<number | undefined> {
  const row = await ctx.db
    .selectFrom('calendars')
    .select('id')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

async function makeFirst(ctx: Ctx): Promise<number> {
  const { language, timeZone } = ctx.operator;
  const made = await ctx.db
    .insertInto('calendars')
    .values({ name: firstCalendar[language], timeZone, createdAt: ctx.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}
