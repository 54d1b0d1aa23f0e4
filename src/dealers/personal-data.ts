import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { ClusterIds, PersonalDataSource } from '../subscribers/index.ts';

type Row = Record<string, unknown>;

/** What a person is told of cards; an erasure leaves them as it leaves money. */
export const personalData: PersonalDataSource = { section: 'cards', load: loadCards };

async function loadCards(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // accounts_subscriber (subscriber_id), cards_account (account_id, activated_at)
  const { rows } = await sql<Row>`
    select a.number as account, b.series, c.number, b.value_minor as amount_minor, b.currency,
           c.activated_at
    from   accounts a
    join   cards c on c.account_id = a.id
    join   card_batches b on b.id = c.batch_id
    where  a.subscriber_id = any(${ids}::bigint[]) order by c.activated_at`.execute(ctx.db);
  return rows;
}
