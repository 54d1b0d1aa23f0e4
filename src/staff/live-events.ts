import { sql } from 'kysely';
import { visibleTo } from '../kernel/db/visible-to.ts';
import { type LiveAudience, liveReachOf } from '../kernel/live/audience.ts';

/** Events after which somebody may do more or less than a moment ago. */
export const rightsEvents = [
  'staff.changed',
  'staff.disabled',
  'staff.enabled',
  'staff.profile_changed',
  'staff.role_changed',
  'staff.password_chosen',
  'staff.password_changed',
  'staff.sessions_ended',
  'staff.signed_out',
  'staff.second_factor_on',
  'staff.second_factor_off',
  'staff.second_factor_dropped',
  'staff.api_key_revoked',
] as const;

/**
 * Whoever manages some people hears of them; of others only that something happened, for the list
 * of who works here shows everybody.
 */
const managed = { permission: 'staff.manage', leavesReach: true } as const;

/**
 * What screens hear. Everybody sees who works here and whether they are at their desk; who was
 * invited, shut out or given another role concerns those who manage people.
 */
export const liveEvents: Readonly<Record<string, LiveAudience>> = {
  ...Object.fromEntries(rightsEvents.map((type) => [type, managed])),
  'staff.presence_changed': 'signed-in',
  'staff.shift_planned': 'staff.shifts',
  'staff.shift_changed': 'staff.shifts',
  'staff.shift_removed': 'staff.shifts',
  'staff.week_copied': 'staff.shifts',
  'staff.invited': managed,
  'staff.team_created': 'signed-in',
  'staff.team_changed': 'signed-in',
  'staff.skill_created': 'signed-in',
  'staff.skill_changed': 'signed-in',
  'staff.role_created': 'signed-in',
  'staff.role_removed': 'signed-in',
  'staff.api_key_created': 'nobody',
  'staff.audit_listed': 'nobody',
  'staff.recovery_codes_made': 'nobody',
  'staff.sign_in_failed': 'nobody',
  'staff.sign_in_link_made': 'nobody',
  'staff.signed_in': 'nobody',
};

/** Of whom screens hear what concerns those who manage them. */
export const liveReach = liveReachOf('staff', (ctx, permission, ids) => {
  const isVisible = visibleTo(ctx, permission, { owner: 'staff.id', team: 'staff.teamId' });
  // staff_pkey
  return sql`select id from staff where id = any(${ids}::bigint[]) and ${isVisible}`;
});
