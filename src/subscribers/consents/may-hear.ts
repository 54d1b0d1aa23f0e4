import { type RawBuilder, sql } from 'kysely';

type Heard = {
  /** Whether the law takes it for advertising: for it they must have agreed. */
  isSold: boolean;
  by: 'phone' | 'email' | 'messenger' | RawBuilder<unknown>;
  /** As of when; of all that was said where it is not told. */
  at?: RawBuilder<unknown>;
};

/**
 * Whether somebody may be told something by the newest that they said of that way, or of all: of
 * what is sold only who has agreed, of the service itself whoever has not refused.
 * @param root the id of a root, as SQL
 */
export const mayHear = (
  root: RawBuilder<unknown>,
  { isSold, by, at = sql`'infinity'` }: Heard,
): RawBuilder<boolean> => sql<boolean>`
  coalesce((
    -- subscribers_root (root_id), consents_subscriber
    select n.is_granted from consents n join subscribers o on o.id = n.subscriber_id
    where  o.root_id = ${root} and n.purpose = ${isSold ? 'advertising' : 'service'}
    and    n.channel in ('any', ${by})
    and    n.recorded_at <= ${at}
    order  by n.recorded_at desc, n.id desc limit 1), ${!isSold})`;
