import { recognisers } from '../kernel/http/entrance.ts';
import { ok } from '../kernel/result.ts';
import type { Installation } from '../kernel/runtime/installation.ts';
import { startup } from '../kernel/runtime/startup.ts';
import { knownPermissions } from '../kernel/permissions.ts';
import { fill } from '../kernel/slots.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { api } from './api.ts';
import { ensureBuiltInRoles } from './built-in-roles.ts';
import { changeRole } from './change-role.ts';
import { changeTeam } from './change-team.ts';
import { createApiKey } from './create-api-key.ts';
import { createRole } from './create-role.ts';
import { createTeam } from './create-team.ts';
import { staffErrors } from './errors.ts';
import { inviteStaff } from './invite-staff.ts';
import { listStaff } from './list-staff.ts';
import { makeSignInLink } from './make-sign-in-link.ts';
import { listOwnKeys, listRoles, listTeams } from './queries.ts';
import { recogniseApiKey } from './recognise-api-key.ts';
import { removeRole } from './remove-role.ts';
import { revokeApiKey } from './revoke-api-key.ts';

export const wiring = defineWiring({
  domain: 'staff',
  api,
  handlers: {
    'GET /api/staff': listStaff,
    'POST /api/staff': inviteStaff,
    'POST /api/staff/{id}/sign-in-link': makeSignInLink,
    'GET /api/roles': async (ctx) => ok({ roles: await listRoles(ctx) }),
    'GET /api/permissions': () => Promise.resolve(ok({ permissions: [...knownPermissions()] })),
    'POST /api/roles': createRole,
    'PUT /api/roles/{id}': changeRole,
    'DELETE /api/roles/{id}': removeRole,
    'GET /api/teams': async (ctx) => ok({ teams: await listTeams(ctx) }),
    'POST /api/teams': createTeam,
    'PUT /api/teams/{id}': changeTeam,
    'GET /api/me/api-keys': async (ctx) => ok({ keys: await listOwnKeys(ctx) }),
    'POST /api/me/api-keys': createApiKey,
    'DELETE /api/me/api-keys/{id}': revokeApiKey,
  },
  errors: staffErrors,
  permissions: ['staff.manage', 'staff.roles', 'staff.teams', 'staff.api_keys', 'staff.audit'],
  liveEvents: ['staff.role_changed', 'staff.api_key_revoked'],
  fills: [fill(recognisers, recogniseApiKey), fill(startup, start)],
});

async function start(installation: Installation): Promise<void> {
  for (const operator of installation.operators) {
    await ensureBuiltInRoles(installation.systemCtx(operator, 'start'));
  }
}
