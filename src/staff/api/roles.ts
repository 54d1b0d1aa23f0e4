import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Line, Nothing } from '../../kernel/api/shapes.ts';
import { Grants, Permission } from './shapes.ts';

const Role = z.object({
  id: Id,
  name: z.string(),
  /** `administrator`, `supervisor`, `agent` or `dealer` of a built-in role. */
  code: z.string().nullable(),
  permissions: Grants,
  staffCount: z.int(),
  /** Whether the asker may give, change or take this role. */
  isWithinOwn: z.boolean(),
});

export const rolesApi = defineApi({
  'GET /api/roles': {
    summary: 'Roles, with what each permits and how many people have it',
    permission: 'signed-in',
    keyScopes: ['me', 'staff.manage', 'staff.roles'],
    input: Nothing,
    output: z.object({ roles: z.array(Role) }),
  },
  'GET /api/permissions': {
    summary: 'Every permission there is, by domain',
    permission: 'signed-in',
    input: Nothing,
    output: z.object({
      permissions: z.array(z.object({ domain: z.string(), permission: Permission })),
    }),
  },
  'POST /api/roles': {
    summary: 'Make a role',
    permission: 'staff.roles',
    input: z.object({ name: Line, permissions: Grants }),
    output: z.object({ id: Id }),
    errors: ['staff.role_name_taken', 'staff.unknown_permission', 'staff.above_own_permissions'],
    status: 201,
  },
  'PUT /api/roles/{id}': {
    summary: 'Change a role: its name, what it permits, or both',
    permission: 'staff.roles',
    input: z.object({ id: Id, name: Line.optional(), permissions: Grants.optional() }),
    output: Nothing,
    errors: [
      'staff.role_not_found',
      'staff.role_name_taken',
      'staff.built_in_role',
      'staff.unknown_permission',
      'staff.above_own_permissions',
    ],
  },
  'DELETE /api/roles/{id}': {
    summary: 'Remove a role that nobody has',
    permission: 'staff.roles',
    input: z.object({ id: Id }),
    output: Nothing,
    errors: [
      'staff.role_not_found',
      'staff.role_in_use',
      'staff.built_in_role',
      'staff.above_own_permissions',
    ],
  },
});
