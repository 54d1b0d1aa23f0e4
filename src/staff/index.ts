export { auditNames } from './audit-names.ts';
export { startingGrants } from './built-in-roles.ts';
export { createApiKey } from './create-api-key.ts';
export { createRole } from './create-role.ts';
export { createTeam } from './create-team.ts';
export { inviteFirstAdministrator } from './first-administrator.ts';
export { inviteStaff } from './invite-staff.ts';
export { isReady, readyStaff } from './ready-staff.ts';
