import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { cardsApi } from '../api/cards.ts';

type Listed = z.input<(typeof cardsApi)['GET /api/quality-cards']['output']>;
type Kept = z.input<(typeof cardsApi)['GET /api/quality-cards/{id}/versions']['output']>;

/** Every scorecard as it stands now, those put away last. */
export async function listCards(ctx: Ctx): Promise<Result<Listed>> {
  // quality_card_versions_pkey (card_id, version); an operator has some dozens of cards
  const { rows } = await sql<Listed['cards'][number]>`
    select c.id, c.version, c.name, c.kind, v.groups, c.archived_at is not null as is_archived
    from   quality_cards c
    join   quality_card_versions v on v.card_id = c.id and v.version = c.version
    order  by c.archived_at is not null, c.id limit 500`.execute(ctx.db);
  return ok({ cards: rows });
}

/** Every version of a scorecard, the newest first. */
export async function listCardVersions(ctx: Ctx, { id }: { id: number }): Promise<Result<Kept>> {
  // quality_card_versions_pkey (card_id, version)
  const { rows } = await sql<Kept['versions'][number]>`
    select v.version, v.made_at, m.name as made_by, v.groups
    from   quality_card_versions v left join staff m on m.id = v.made_by
    where  v.card_id = ${id} order by v.version desc limit 100`.execute(ctx.db);
  return rows.length > 0 ? ok({ versions: rows }) : fail('quality.no_such_card');
}
