import type { LiveAudience } from '../kernel/live/audience.ts';

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

const managed = 'staff.manage';

/**
 * What screens hear. Everybody sees who works here and whether they are at their desk; who was
 * invited, shut out or given another role concerns those who manage people.
 */
export const liveEvents: Readonly<Record<string, LiveAudience>> = {
  ...Object.fromEntries(rightsEvents.map((type) => [type, managed])),
  'staff.presence_changed': 'signed-in',
  'staff.invited': managed,
  'staff.team_created': 'signed-in',
  'staff.team_changed': 'signed-in',
  'staff.role_created': 'signed-in',
  'staff.role_removed': 'signed-in',
  'staff.api_key_created': 'nobody',
  'staff.audit_listed': 'nobody',
  'staff.recovery_codes_made': 'nobody',
  'staff.sign_in_failed': 'nobody',
  'staff.sign_in_link_made': 'nobody',
  'staff.signed_in': 'nobody',
};
