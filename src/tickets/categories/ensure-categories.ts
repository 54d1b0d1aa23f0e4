import { sql } from 'kysely';
import type { Ctx, Language } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';

/** What a provider's tickets are mostly about, until the operator says otherwise. */
const first: Record<Language, readonly string[]> = {
  ru: [
    'Нет интернета',
    'Низкая скорость',
    'Не работает ТВ',
    'Вопрос по оплате',
    'Смена тарифа',
    'Подключение',
    'Другое',
  ],
  en: ['No internet', 'Slow', 'TV', 'Payment', 'Change of tariff', 'Connection', 'Other'],
};

/** Gives an operator who has no categories the first ones. */
export async function ensureFirstCategories(outer: Ctx): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const { rows } = await sql`select from ticket_categories limit 1`.execute(ctx.db);
    if (rows.length === 0) await ensureCategories(ctx, first[ctx.operator.language]);
  });
}

/** Finds categories by name, or makes them. @returns their ids and teams by name */
export async function ensureCategories(
  ctx: Ctx,
  names: readonly string[],
  importId: number | null = null,
): Promise<ReadonlyMap<string, { id: number; teamId: number | null }>> {
  await sql`
    insert into ticket_categories (name, position, created_at, import_id)
    select given.name, given.at, ${ctx.clock.now()}, ${importId}
    from   unnest(${[...new Set(names)]}::text[]) with ordinality as given (name, at)
    on conflict (name) do nothing`.execute(ctx.db);
  const { rows } = await sql<{ id: number; name: string; teamId: number | null }>`
    select id, name, team_id from ticket_categories
    where  name = any(${[...names]}::text[])`.execute(ctx.db);
  return new Map(rows.map(({ name, ...category }) => [name, category]));
}
