import { sql } from 'kysely';
import type { ClusterIds } from '../subscribers/index.ts';

/**
 * These people's, and what is nobody's of what was merged with it: the same one has written it.
 * Served by conversations_subscriber, conversations_root and the key.
 */
export const toldOf = (ids: ClusterIds) => sql`(
  with own as (
    select id, root_id from conversations where subscriber_id = any(${ids}::bigint[])),
  roots as (
    select r.id, r.subscriber_id from own join conversations r on r.id = coalesce(own.root_id, own.id)
    where  r.subscriber_id is null or r.subscriber_id = any(${ids}::bigint[]))
  select id from own
  union
  select id from roots
  union
  select p.id from roots join conversations p on p.root_id = roots.id and p.subscriber_id is null)`;

/**
 * Conversations of these people: those known to be theirs, and those that came from a phone, an
 * address or an account of theirs before anybody recognised them. A messenger's account is known by
 * its number or by its name. Erasers run while the contacts still stand.
 */
const known = (ids: ClusterIds) => sql`
  select id, raw_message_id from conversations where subscriber_id = any(${ids}::bigint[])
  union
  select c.id, c.raw_message_id
  from   contacts k join conversations c on c.sender = k.value and c.sender <> ''
  where  k.subscriber_id = any(${ids}::bigint[])
  and    (k.kind in ('phone', 'email') or k.kind = c.channel)
  and    c.subscriber_id is null
  union
  select c.id, c.raw_message_id
  from   contacts k
  join   conversations c on lower(c.contact_draft ->> 'account') = '@' || k.value
                        and c.channel = k.kind
  where  k.subscriber_id = any(${ids}::bigint[]) and c.subscriber_id is null`;

/**
 * These, and what was split off them or they off, and merged into them or they into, that is
 * nobody's: the same one has written it.
 */
export const theirs = (ids: ClusterIds) => sql`(
  with recursive met (id, raw_message_id) as (
    (${known(ids)})
    union
    select c.id, c.raw_message_id
    from   met
    cross  join lateral (
      select into_id as id from conversation_splits where from_id = met.id
      union all
      select from_id from conversation_splits where into_id = met.id
      union all
      select id from conversations where root_id = met.id
      union all
      select root_id from conversations where id = met.id) side
    join   conversations c on c.id = side.id
    where  c.subscriber_id is null)
  select id, raw_message_id from met)`;
