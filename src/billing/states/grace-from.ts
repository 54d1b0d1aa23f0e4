import { sql } from 'kysely';

/**
 * From when the days of grace and the steps of dunning of a debt `f` count: since it is one, or
 * since the account was resumed by hand.
 */
export const graceText = 'coalesce(f.grace_from, f.since_at)';
export const graceFrom = sql<Date>`${sql.raw(graceText)}`;
