import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import { lockSubscriber } from '../../subscribers/index.ts';
import { checkValues } from '../../work/index.ts';
import type { TicketFields } from '../api/shapes.ts';
import { canWork } from './can-work.ts';
import type { Values } from './values.ts';

type Known = {
  isCategory: boolean;
  isTeam: boolean;
  isWorker: boolean;
  isOfSubscriber: boolean;
};

/**
 * What no schema can see: a category and a team that exist, an owner who may work on tickets, a
 * subscriber within reach whose account and address they are, a date still to come.
 * @param given what the writer said; only that is looked at, for the rest was looked at before
 * @param after the values as they would be
 */
export async function checkFields(
  ctx: Ctx,
  given: TicketFields,
  after: Values,
): Promise<Fail | null> {
  const dateless = checkDate(ctx, given, after);
  if (dateless) return dateless;
  if (given.subscriberId != null) {
    const found = await lockSubscriber(ctx, given.subscriberId, 'subscribers.view');
    if (!found.ok) return found;
  }
  const known = await look(ctx, given, after);
  if (!known.isCategory) return refuse('no_such_category', 'categoryId');
  if (!known.isTeam) return refuse('no_such_team', 'teamId');
  if (!known.isWorker) return refuse('cannot_work', 'ownerStaffId');
  if (!known.isOfSubscriber) return refuse('not_of_subscriber', 'subscriberId');
  return given.attributes ? checkValues(ctx, 'tickets', given.attributes) : null;
}

function checkDate(ctx: Ctx, given: TicketFields, after: Values): Fail | null {
  if (after.state !== 'waiting') return null;
  if (after.waitsUntil === null) return refuse('date_needed', 'waitsUntil');
  const isPast = given.waitsUntil !== undefined && after.waitsUntil <= ctx.clock.now();
  return isPast ? refuse('date_past', 'waitsUntil') : null;
}

async function look(ctx: Ctx, given: TicketFields, after: Values): Promise<Known> {
  const { categoryId = null, teamId = null, ownerStaffId = null } = given;
  const { subscriberId, accountId, serviceAddressId } = after;
  // Primary keys, and subscribers_root of the one cluster.
  const { rows } = await sql<Known>`
    with cluster as (
      select m.id from subscribers s join subscribers m on m.root_id = s.root_id
      where  s.id = ${subscriberId})
    select ${categoryId}::bigint is null or exists (
             select from ticket_categories where id = ${categoryId} and archived_at is null)
             as is_category,
           ${teamId}::bigint is null or exists (
             select from teams where id = ${teamId} and archived_at is null) as is_team,
           ${ownerStaffId}::bigint is null or exists (
             select from staff s join roles r on r.id = s.role_id
             where  s.id = ${ownerStaffId} and s.disabled_at is null and ${canWork}) as is_worker,
           (${accountId}::bigint is null or exists (
             select from accounts where id = ${accountId}
             and    subscriber_id in (select id from cluster)))
           and (${serviceAddressId}::bigint is null or exists (
             select from service_addresses where id = ${serviceAddressId}
             and    subscriber_id in (select id from cluster))) as is_of_subscriber`.execute(
    ctx.db,
  );
  const [known] = rows;
  if (!known) throw new Error('a look always answers');
  return known;
}

const refuse = (reason: string, field: string): Fail =>
  fail(`tickets.${reason}`, {}, { [field]: `tickets.${reason}` });
