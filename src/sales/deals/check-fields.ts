import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import {
  lockSubscriber,
  normaliseEmail,
  normalisePhone,
  type PhoneCountry,
} from '../../subscribers/index.ts';
import type { DealFields } from '../api/shapes.ts';
import { canWork } from './can-work.ts';

type Known = { isBuilding: boolean; isSource: boolean; isTeam: boolean; isWorker: boolean };

/**
 * What no schema can see: a phone and an e-mail that are some, a building, a source and a team that
 * exist, an owner who may work on deals, a subscriber within reach.
 * @returns the fields as they are kept
 */
export async function checkFields<F extends DealFields>(ctx: Ctx, given: F): Promise<Result<F>> {
  const kept = { ...given };
  if (given.phone) {
    const { country, cityCode } = ctx.operator;
    const phone = normalisePhone(given.phone, country as PhoneCountry, cityCode ?? '');
    if (!phone.ok) return refuse('bad_phone', 'phone');
    kept.phone = phone.e164;
  }
  if (given.email) {
    const email = normaliseEmail(given.email);
    if (!email.ok) return refuse('bad_email', 'email');
    kept.email = email.email;
  }
  if (given.nextAt) kept.nextAt = new Date(given.nextAt).toISOString();
  if (given.subscriberId != null) {
    const found = await lockSubscriber(ctx, given.subscriberId, 'subscribers.view');
    if (!found.ok) return found;
  }
  const known = await look(ctx, given);
  if (!known.isBuilding) return refuse('no_such_building', 'buildingId');
  if (!known.isSource) return refuse('no_such_source', 'sourceId');
  if (!known.isTeam) return refuse('no_such_team', 'teamId');
  if (!known.isWorker) return refuse('cannot_work', 'ownerStaffId');
  return ok(kept);
}

async function look(ctx: Ctx, given: DealFields): Promise<Known> {
  const { buildingId = null, sourceId = null, teamId = null, ownerStaffId = null } = given;
  // Primary keys.
  const { rows } = await sql<Known>`
    select ${buildingId}::bigint is null
           or exists (select from buildings where id = ${buildingId}) as is_building,
           ${sourceId}::bigint is null
           or exists (select from lead_sources where id = ${sourceId}) as is_source,
           ${teamId}::bigint is null or exists (
             select from teams where id = ${teamId} and archived_at is null) as is_team,
           ${ownerStaffId}::bigint is null or exists (
             select from staff s join roles r on r.id = s.role_id
             where  s.id = ${ownerStaffId} and s.disabled_at is null and ${canWork}) as is_worker
    `.execute(ctx.db);
  const [known] = rows;
  if (!known) throw new Error('a look always answers');
  return known;
}

const refuse = (reason: string, field: string): Fail =>
  fail(`sales.${reason}`, {}, { [field]: `sales.${reason}` });
