import { type RawBuilder, sql } from 'kysely';

/**
 * How many friends a product asks for, by its eligibility; null where it asks for none. Nobody is
 * eligible by the catalogue alone: it is the programme that counts friends and gives it.
 * @param eligibility of the product, jsonb
 */
export const leastFriends = (eligibility: RawBuilder<unknown>): RawBuilder<number | null> =>
  sql<number | null>`(
    select max((r ->> 'least')::int) from jsonb_array_elements(${eligibility}) r
    where  r ->> 'rule' = 'friends')`;
