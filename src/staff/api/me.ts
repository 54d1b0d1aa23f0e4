import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { Presence, PresenceState } from './people.ts';
import { Grants, Password, PersonName } from './shapes.ts';

const Language = z.enum(['ru', 'en']);
const DialWith = z.enum(['tel', 'sip']);
/** A host name, with a port where it is not the usual one. */
const SipDomain = z
  .string()
  .trim()
  .max(200)
  .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/i);
/** One's phone on the exchange, by its short number. */
const Extension = z
  .string()
  .trim()
  .regex(/^\d{2,5}$/, { error: 'staff.bad_extension' });

export const meApi = defineApi({
  'GET /api/me': {
    summary: 'Who I am, what I may do, and the operator I work for',
    permission: 'signed-in',
    isOneself: true,
    input: Nothing,
    output: z.object({
      id: Id,
      name: z.string(),
      email: z.string(),
      language: Language.nullable(),
      dialWith: DialWith,
      sipDomain: z.string().nullable(),
      extension: z.string().nullable(),
      role: z.object({ id: Id, name: z.string(), code: z.string().nullable() }),
      team: z.object({ id: Id, name: z.string() }).nullable(),
      hasSecondFactor: z.boolean(),
      /** Whether a password was given for this request; some things an API key may not do. */
      isSession: z.boolean(),
      permissions: Grants,
      presence: Presence.nullable(),
      operator: z.object({
        name: z.string(),
        timeZone: z.string(),
        currency: z.string(),
        country: z.string(),
        cityCode: z.string().nullable(),
        language: Language,
      }),
    }),
    errors: ['staff.not_found'],
  },
  'PUT /api/me': {
    summary: 'Change my name, language, my short number, or how a click on a phone number dials',
    permission: 'me',
    input: z.object({
      name: PersonName.optional(),
      language: Language.nullable().optional(),
      dialWith: DialWith.optional(),
      sipDomain: SipDomain.nullable().optional(),
      extension: Extension.nullable().optional(),
    }),
    output: Nothing,
    errors: ['staff.not_found', 'staff.sip_domain_needed', 'staff.extension_taken'],
  },
  'PUT /api/me/password': {
    summary: 'Change my password; my other sessions end',
    permission: 'me',
    perMinute: 10,
    takesSecret: true,
    input: z.object({ current: Password, next: Password }),
    output: Nothing,
    errors: [
      'staff.session_needed',
      'staff.wrong_password',
      'staff.weak_password',
      'staff.too_many_attempts',
    ],
  },
  'GET /api/me/sessions': {
    summary: 'Where I am signed in',
    permission: 'me',
    input: Nothing,
    output: z.object({
      sessions: z.array(
        z.object({
          id: Id,
          isCurrent: z.boolean(),
          address: z.string().nullable(),
          userAgent: z.string().nullable(),
          startedAt: Instant,
          lastUsedAt: Instant,
          expiresAt: Instant,
        }),
      ),
    }),
  },
  'DELETE /api/me/sessions/{id}': {
    summary: 'End one of my sessions',
    permission: 'me',
    input: z.object({ id: Id }),
    output: Nothing,
    errors: ['staff.session_needed', 'staff.session_not_found'],
  },
  'POST /api/me/sessions/end-others': {
    summary: 'End my sessions everywhere but here',
    permission: 'me',
    input: Nothing,
    output: z.object({ endedCount: z.int() }),
    errors: ['staff.session_needed'],
  },
  'PUT /api/me/presence': {
    summary: 'Say whether I am ready for work',
    permission: 'me',
    input: z.object({ state: PresenceState }),
    output: Presence,
    errors: ['staff.not_found'],
  },
  'POST /api/me/heartbeat': {
    summary: 'Say that my screen is open; after 45 silent seconds I am taken for gone',
    permission: 'me',
    input: Nothing,
    output: Presence,
    errors: ['staff.not_found'],
  },
  'POST /api/me/leave': {
    summary: 'Say that my screen closes, so that work goes to others at once',
    permission: 'signed-in',
    isOneself: true,
    input: Nothing,
    output: Nothing,
    errors: ['staff.not_found'],
  },
});
