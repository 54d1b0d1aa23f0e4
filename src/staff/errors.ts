import { defineErrors } from '../kernel/api/define.ts';

export const staffErrors = defineErrors({
  'staff.not_found': 404,
  'staff.disabled': 409,
  'staff.email_taken': 409,
  'staff.last_administrator': 409,
  'staff.above_own_permissions': 403,
  'staff.out_of_reach': 403,
  'staff.unknown_permission': 422,
  'staff.role_not_found': 404,
  'staff.role_name_taken': 409,
  'staff.role_in_use': 409,
  'staff.built_in_role': 409,
  'staff.team_not_found': 404,
  'staff.team_name_taken': 409,
  'staff.team_in_use': 409,
  'staff.session_needed': 403,
  'staff.key_not_found': 404,
  'staff.expired_already': 422,
  'staff.bad_cursor': 422,
});
