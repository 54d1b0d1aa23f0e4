import { sql } from 'kysely';
import type { PersonalDataSource } from '../../subscribers/index.ts';

/** What we offered so that a person stays, and what was answered. The words are our own. */
export const toldOfOffers: PersonalDataSource = {
  section: 'offers',
  choices: { answer: (value) => `offers.answers.${value}` },
  load: async (ctx, ids) => {
    // retention_cases_subscriber (subscriber_id, opened_at desc), retention_offers_pkey
    const { rows } = await sql<Record<string, unknown>>`
      select o.name as offer, x.answer, x.said_at, x.undone_at
      from   case_offers x
      join   retention_cases c on c.id = x.case_id
      join   retention_offers o on o.id = x.offer_id
      where  c.subscriber_id = any(${ids}::bigint[]) order by x.id`.execute(ctx.db);
    return rows;
  },
};
