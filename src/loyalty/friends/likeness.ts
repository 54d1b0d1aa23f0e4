import { type RawBuilder, sql } from 'kysely';
import { householdsOf } from '../../subscribers/index.ts';

/**
 * What two subscribers, by their roots, have in common that friends seldom have: `phone`,
 * `household`, `address`, or nothing.
 */
export const likeness = (
  one: RawBuilder<unknown>,
  other: RawBuilder<unknown>,
): RawBuilder<string> => sql<string>`
  -- subscribers_root (root_id), contacts_subscriber, contacts_value, household_members_subscriber,
  -- service_addresses_subscriber, service_addresses_premise
  case
    when exists (
      select from subscribers im join contacts ic on ic.subscriber_id = im.id
      join   contacts fc on fc.kind = ic.kind and fc.value = ic.value
             and fc.removed_at is null
      join   subscribers fm on fm.id = fc.subscriber_id and fm.root_id = ${other}
      where  im.root_id = ${one} and ic.removed_at is null) then 'phone'
    when exists (
      ${householdsOf(one)} intersect ${householdsOf(other)}) then 'household'
    when exists (
      select from subscribers im join service_addresses ia on ia.subscriber_id = im.id
      join   service_addresses fa on fa.premise_id = ia.premise_id and fa.removed_at is null
      join   subscribers fm on fm.id = fa.subscriber_id and fm.root_id = ${other}
      where  im.root_id = ${one} and ia.removed_at is null) then 'address'
    else '' end`;
