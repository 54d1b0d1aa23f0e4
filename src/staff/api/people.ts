import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing, Paging } from '../../kernel/api/shapes.ts';
import { Email, PersonName } from './shapes.ts';

export const PresenceState = z.enum(['ready', 'break', 'after_call', 'away']);

export const Presence = z.object({
  /** Seen in the last 45 seconds. */
  isHere: z.boolean(),
  state: PresenceState,
  since: Instant,
});

const Colleague = z.object({
  id: Id,
  name: z.string(),
  /** Null where the asker does not manage this person, and so is `hasSecondFactor`. */
  email: z.string().nullable(),
  roleId: Id,
  /** `administrator`, `supervisor` or `agent`; null for a role of the operator's own. */
  roleCode: z.string().nullable(),
  roleName: z.string(),
  teamId: Id.nullable(),
  teamName: z.string().nullable(),
  loadLimit: z.int(),
  isDisabled: z.boolean(),
  /** Invited, but has not chosen a password yet. */
  isInvited: z.boolean(),
  hasSecondFactor: z.boolean().nullable(),
  /** Null for somebody who has never been here. */
  presence: Presence.nullable(),
});

const LoadLimit = z.int().min(0).max(100);
const Flag = z.union([z.boolean(), z.stringbool()]);

/** A one-time address, relative to wherever the web app is reached. It works for a limited time. */
const OneTimeLink = z.object({ path: z.string(), expiresAt: Instant });

export const peopleApi = defineApi({
  'GET /api/staff': {
    summary: 'People who work here, by name',
    permission: 'signed-in',
    keyScopes: ['me', 'staff.manage', 'staff.teams', 'staff.audit'],
    input: Paging.extend({
      query: z.string().trim().max(100).optional(),
      teamId: Id.optional(),
      isDisabled: Flag.optional(),
    }),
    output: z.object({ staff: z.array(Colleague), nextCursor: z.string().nullable() }),
    errors: ['staff.bad_cursor'],
  },
  'POST /api/staff': {
    summary: 'Invite somebody; the link is for that person to choose a password',
    permission: 'staff.manage',
    input: z.object({
      name: PersonName,
      email: Email,
      roleId: Id,
      teamId: Id.nullable().default(null),
      loadLimit: LoadLimit.default(3),
    }),
    output: z.object({ id: Id, link: OneTimeLink }),
    errors: [
      'staff.email_taken',
      'staff.role_not_found',
      'staff.team_not_found',
      'staff.above_own_permissions',
      'staff.out_of_reach',
    ],
    status: 201,
  },
  'PUT /api/staff/{id}': {
    summary: 'Change somebody’s name, e-mail, role, team or load limit',
    permission: 'staff.manage',
    input: z.object({
      id: Id,
      name: PersonName.optional(),
      email: Email.optional(),
      roleId: Id.optional(),
      teamId: Id.nullable().optional(),
      loadLimit: LoadLimit.optional(),
    }),
    output: Nothing,
    errors: [
      'staff.not_found',
      'staff.email_taken',
      'staff.role_not_found',
      'staff.team_not_found',
      'staff.above_own_permissions',
      'staff.out_of_reach',
      'staff.last_administrator',
      'staff.not_yourself',
    ],
  },
  'POST /api/staff/{id}/disable': {
    summary: 'Shut somebody out at once: sessions end, keys stop',
    permission: 'staff.manage',
    input: z.object({ id: Id }),
    output: Nothing,
    errors: [
      'staff.not_found',
      'staff.above_own_permissions',
      'staff.last_administrator',
      'staff.not_yourself',
    ],
  },
  'POST /api/staff/{id}/enable': {
    summary: 'Let somebody in again',
    permission: 'staff.manage',
    input: z.object({ id: Id }),
    output: Nothing,
    errors: ['staff.not_found', 'staff.above_own_permissions'],
  },
  'POST /api/staff/{id}/sign-in-link': {
    summary: 'Make a one-time link to choose a password, the first or a new one',
    permission: 'staff.manage',
    input: z.object({ id: Id }),
    output: OneTimeLink,
    errors: ['staff.not_found', 'staff.above_own_permissions', 'staff.disabled'],
    status: 201,
  },
  'DELETE /api/staff/{id}/second-factor': {
    summary: 'Take away a second factor that somebody has lost',
    permission: 'staff.manage',
    input: z.object({ id: Id }),
    output: Nothing,
    errors: ['staff.not_found', 'staff.above_own_permissions', 'staff.second_factor_off'],
  },
});
