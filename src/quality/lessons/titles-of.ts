import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** Of items the words that they have in the newest version of a card; none where no card has it. */
export async function titlesOf(ctx: Ctx, items: readonly string[]): Promise<Map<string, string>> {
  if (items.length === 0) return new Map();
  // An operator has some dozens of cards, each of some dozens of versions.
  const { rows } = await sql<{ key: string; title: string }>`
    select distinct on (i.item ->> 'key') i.item ->> 'key' as key, i.item ->> 'title' as title
    from   quality_card_versions v
    cross  join jsonb_array_elements(v.groups) g (part)
    cross  join jsonb_array_elements(g.part -> 'items') i (item)
    where  i.item ->> 'key' = any(${items}::text[])
    order  by i.item ->> 'key', v.made_at desc, v.card_id`.execute(ctx.db);
  return new Map(rows.map(({ key, title }) => [key, title]));
}
