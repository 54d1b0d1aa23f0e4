import { sql } from 'kysely';
import type { CardPart } from '../../subscribers/index.ts';
import { offersAt } from './offers-at.ts';

const MOST_SHOWN = 5;

/** What competitors offer where a subscriber lives, what was seen last first: part of the card. */
export const offersPart: CardPart = {
  key: 'competitorOffers',
  load: async (ctx, ids) => {
    // service_addresses_subscriber, premises_pkey
    const { rows } = await sql<{ id: number }>`
      select distinct p.building_id as id
      from   service_addresses a join premises p on p.id = a.premise_id
      where  a.subscriber_id = any(${ids}::bigint[]) and a.removed_at is null`.execute(ctx.db);
    const offers = await offersAt(
      ctx,
      rows.map(({ id }) => id),
    );
    return offers.length === 0 ? null : offers.slice(0, MOST_SHOWN);
  },
};
