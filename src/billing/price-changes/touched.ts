import { type RawBuilder, sql } from 'kysely';

/**
 * Subscriptions that a change of price moves: those that have the version on its day and go on. Who
 * has a fee of their own keeps it. A condition on `subscriptions s`.
 */
export const touched = (fromVersionId: number, fromOn: string): RawBuilder<boolean> =>
  sql<boolean>`s.product_version_id = ${fromVersionId} and s.ended_on is null
    and s.monthly_fee_minor is null and coalesce(s.started_on < ${fromOn}::date, true)`;
