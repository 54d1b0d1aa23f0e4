import { recognisers, serverMounts } from '../kernel/http/entrance.ts';
import { liveSubjects } from '../kernel/live/audience.ts';
import { knownPermissions } from '../kernel/permissions.ts';
import { ok } from '../kernel/result.ts';
import type { Installation } from '../kernel/runtime/installation.ts';
import { startup } from '../kernel/runtime/startup.ts';
import { fill } from '../kernel/slots.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { acceptSignInLink, lookAtLink } from './accept-sign-in-link.ts';
import { mountSignIn } from './adapters/sign-in-doors.ts';
import { api } from './api.ts';
import { auditNames, ownAuditNames } from './audit-names.ts';
import { attemptsSweep } from './attempts.ts';
import { ensureBuiltInRoles, startingGrants } from './built-in-roles.ts';
import { changePassword } from './change-password.ts';
import { changeProfile } from './change-profile.ts';
import { changeRole } from './change-role.ts';
import { changeStaff } from './change-staff.ts';
import { changeTeam } from './change-team.ts';
import { createApiKey, revokeApiKey } from './create-api-key.ts';
import { createRole, removeRole } from './create-role.ts';
import { createTeam } from './create-team.ts';
import { disableStaff, enableStaff } from './disable-staff.ts';
import { dropSecondFactor } from './drop-second-factor.ts';
import { endOtherSessions, endSession } from './end-session.ts';
import { staffErrors } from './errors.ts';
import { inviteFirstAdministrator } from './first-administrator.ts';
import { forgetOnNews } from './forget-on-news.ts';
import { inviteStaff } from './invite-staff.ts';
import { liveEvents, liveReach } from './live-events.ts';
import { listStaff } from './list-staff.ts';
import { makeSignInLink } from './make-sign-in-link.ts';
import { noteHeartbeat } from './note-heartbeat.ts';
import { noteLeave } from './note-leave.ts';
import { presenceSweep } from './presence-sweep.ts';
import { listOwnKeys, listOwnSessions, listRoles, listTeams } from './queries.ts';
import { listAuditTypes, readAudit } from './read-audit.ts';
import { recogniseApiKey } from './recognise-api-key.ts';
import { recogniseSession } from './recognise-session.ts';
import { changeShift, removeShift } from './shifts/change-shift.ts';
import { copyWeek } from './shifts/copy-week.ts';
import { listShifts } from './shifts/list-shifts.ts';
import { planShifts } from './shifts/plan-shifts.ts';
import { changeSkill } from './skills/change-skill.ts';
import { createSkill } from './skills/create-skill.ts';
import { listSkills } from './skills/list-skills.ts';
import { changeStateOf } from './states/change-state-of.ts';
import { listStateChanges } from './states/list-state-changes.ts';
import { reportStates } from './states/report-states.ts';
import { setPresence } from './set-presence.ts';
import { showMe } from './show-me.ts';

const supervisor = {
  'staff.manage': 'team',
  'staff.teams': 'all',
  'staff.skills': 'all',
  'staff.states': 'team',
  'staff.shifts': 'team',
  'staff.plan_shifts': 'team',
  'staff.api_keys': 'all',
  'staff.audit': 'team',
} as const;

export const wiring = defineWiring({
  domain: 'staff',
  api,
  handlers: {
    'GET /api/me': showMe,
    'PUT /api/me': changeProfile,
    'PUT /api/me/password': { ownTransactions: changePassword },
    'GET /api/me/sessions': async (ctx) => ok({ sessions: await listOwnSessions(ctx) }),
    'DELETE /api/me/sessions/{id}': endSession,
    'POST /api/me/sessions/end-others': endOtherSessions,
    'PUT /api/me/presence': setPresence,
    'POST /api/me/heartbeat': noteHeartbeat,
    'POST /api/me/leave': noteLeave,
    'POST /api/welcome/look': lookAtLink,
    'POST /api/welcome': acceptSignInLink,
    'GET /api/staff': listStaff,
    'POST /api/staff': inviteStaff,
    'PUT /api/staff/{id}': changeStaff,
    'POST /api/staff/{id}/disable': disableStaff,
    'POST /api/staff/{id}/enable': enableStaff,
    'DELETE /api/staff/{id}/second-factor': dropSecondFactor,
    'POST /api/staff/{id}/sign-in-link': makeSignInLink,
    'GET /api/roles': async (ctx) => ok({ roles: await listRoles(ctx) }),
    'GET /api/permissions': () => Promise.resolve(ok({ permissions: [...knownPermissions()] })),
    'POST /api/roles': createRole,
    'PUT /api/roles/{id}': changeRole,
    'DELETE /api/roles/{id}': removeRole,
    'GET /api/teams': async (ctx) => ok({ teams: await listTeams(ctx) }),
    'POST /api/teams': createTeam,
    'PUT /api/teams/{id}': changeTeam,
    'PUT /api/staff/{id}/presence': changeStateOf,
    'GET /api/shifts': listShifts,
    'POST /api/shifts': planShifts,
    'PUT /api/shifts/{id}': changeShift,
    'DELETE /api/shifts/{id}': removeShift,
    'POST /api/shifts/copy-week': copyWeek,
    'GET /api/states': reportStates,
    'GET /api/states/{staffId}': listStateChanges,
    'GET /api/skills': async (ctx) => ok({ skills: await listSkills(ctx) }),
    'POST /api/skills': createSkill,
    'PUT /api/skills/{id}': changeSkill,
    'GET /api/audit': readAudit,
    'GET /api/audit/types': listAuditTypes,
    'GET /api/me/api-keys': async (ctx) => ok({ keys: await listOwnKeys(ctx) }),
    'POST /api/me/api-keys': createApiKey,
    'DELETE /api/me/api-keys/{id}': revokeApiKey,
  },
  errors: staffErrors,
  permissions: [
    'staff.manage',
    'staff.roles',
    'staff.teams',
    'staff.skills',
    'staff.states',
    'staff.shifts',
    'staff.plan_shifts',
    'staff.api_keys',
    'staff.audit',
  ],
  liveEvents,
  ticks: [presenceSweep, attemptsSweep],
  fills: [
    fill(recognisers, recogniseApiKey),
    fill(recognisers, recogniseSession),
    fill(serverMounts, mountSignIn),
    fill(serverMounts, forgetOnNews),
    fill(liveSubjects, liveReach),
    fill(startup, { role: 'any', run: start }),
    fill(startup, { role: 'web', run: inviteFirstAdministrator }),
    fill(startingGrants, { supervisor, agent: { 'staff.states': 'own', 'staff.shifts': 'own' } }),
    ...ownAuditNames.map((piece) => fill(auditNames, piece)),
  ],
});

async function start(installation: Installation): Promise<void> {
  for (const operator of installation.operators) {
    await ensureBuiltInRoles(installation.systemCtx(operator, 'start'));
  }
}
