import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import { checkValues } from '../../work/index.ts';
import { daysAfter, today } from '../today.ts';
import type { Given, Values } from './values.ts';

/** An end of a contract is agreed on some years ahead; later it is a slip of the keyboard. */
const mostDaysAhead = 3660;

/**
 * What no schema can see: dates in their order, an owner and a team that exist, attributes that fit
 * their definitions. Null is fine.
 */
export async function checkFields(ctx: Ctx, fields: Given<Values>): Promise<Fail | null> {
  const { customerSince, leftOn, attributes } = fields;
  if (customerSince && leftOn && leftOn < customerSince) {
    const code = 'subscribers.left_before_joining';
    return fail(code, {}, { leftOn: code });
  }
  if (leftOn && leftOn > daysAfter(today(ctx), mostDaysAhead)) {
    const code = 'subscribers.left_too_late';
    return fail(code, {}, { leftOn: code });
  }
  if (!(await hasOwner(ctx, fields))) return fail('subscribers.no_such_owner');
  return attributes ? checkValues(ctx, 'subscribers', attributes) : null;
}

async function hasOwner(ctx: Ctx, fields: Given<Values>): Promise<boolean> {
  const { ownerStaffId = null, teamId = null } = fields;
  if (ownerStaffId === null && teamId === null) return true;
  const { rows } = await sql<{ isKnown: boolean }>`
    select (${ownerStaffId}::bigint is null
            or exists (select from staff where id = ${ownerStaffId} and disabled_at is null))
       and (${teamId}::bigint is null
            or exists (select from teams where id = ${teamId} and archived_at is null)) as is_known
  `.execute(ctx.db);
  return rows[0]?.isKnown ?? false;
}

/** Another subscriber has this external id. */
export const takenExternalId = fail(
  'subscribers.external_id_taken',
  {},
  { externalId: 'subscribers.external_id_taken' },
);
