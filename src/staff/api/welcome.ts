import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Email, Password, PersonName } from './shapes.ts';

const Token = z.string().min(20).max(100);

export const welcomeApi = defineApi({
  'POST /api/welcome/look': {
    summary: 'What a one-time link is for, before it is used',
    permission: 'public',
    perMinute: 30,
    input: z.object({ token: Token }),
    output: z.object({
      purpose: z.enum(['first_administrator', 'invitation', 'reset']),
      operator: z.string(),
      /** Known already of somebody invited; empty for the first administrator. */
      name: z.string(),
      email: z.string(),
    }),
    errors: ['staff.link_gone'],
  },
  'POST /api/welcome': {
    summary: 'Use a one-time link: choose a password, and be somebody who can sign in',
    permission: 'public',
    perMinute: 10,
    input: z.object({
      token: Token,
      password: Password,
      /** Asked of the first administrator; others may correct their name. */
      name: PersonName.optional(),
      email: Email.optional(),
    }),
    output: z.object({ email: z.string() }),
    errors: [
      'staff.link_gone',
      'staff.weak_password',
      'staff.email_taken',
      'staff.name_and_email_needed',
    ],
  },
});
