import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Source } from './source.ts';

/** The source of what later domains bring in; it makes itself, once for a currency. */
export async function innerSource(
  ctx: Ctx,
  kind: 'cards' | 'dealers',
  currency: string,
): Promise<Pick<Source, 'id' | 'kind' | 'currency'>> {
  // The sources are few.
  const find = () =>
    sql<Pick<Source, 'id' | 'kind' | 'currency'>>`
      select id, kind, currency from payment_sources
      where  kind = ${kind} and currency = ${currency} order by id limit 1`.execute(ctx.db);
  const { rows } = await find();
  if (rows[0]) return rows[0];
  const name = `${innerNames[ctx.operator.language][kind]}, ${currency}`;
  await sql`
    insert into payment_sources (kind, name, currency, created_at)
    values (${kind}, ${name}, ${currency}, ${ctx.clock.now()})
    on     conflict do nothing`.execute(ctx.db);
  const made = (await find()).rows[0];
  if (!made) throw new Error(`another source is called ${name}`);
  return made;
}

const innerNames = {
  ru: { cards: 'Интернет-карты', dealers: 'Дилеры' },
  en: { cards: 'Internet cards', dealers: 'Dealers' },
} as const;
