import type { FastifyRequest } from 'fastify';
import type { Actor, Ctx } from '../kernel/context.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { emit } from '../kernel/events/journal.ts';
import { leave } from './presence.ts';

type Passage = {
  door: string;
  /** Who the session's cookie said it was when the request came. */
  before: Actor | null;
  /** Whom the library let in; not a number where it let in nobody new. */
  authUserId: number;
  request: FastifyRequest;
};

/** Writes into the journal who came in, went out or changed their second factor. */
export async function notePassage(ctx: Ctx, passage: Passage): Promise<void> {
  const { door, before, authUserId, request } = passage;
  const personal = { address: request.ip, userAgent: request.headers['user-agent'] ?? '' };
  if (before?.kind === 'staff' && door !== 'sign-in/email') {
    const type = ownTypes[door];
    if (type) await tell(ctx, before, type, {}, personal);
    return;
  }
  if (!(door in waysIn) || Number.isNaN(authUserId)) return;
  const person = await ctx.db
    .selectFrom('staff')
    .select(['id', 'name', 'teamId'])
    .where('authUserId', '=', authUserId)
    .executeTakeFirst();
  if (!person) return;
  const { id: staffId, name, teamId } = person;
  const actor: Actor = { kind: 'staff', staffId, name, teamId, permissions: {} };
  await tell(ctx, actor, 'staff.signed_in', { by: waysIn[door] }, personal);
}

const waysIn: Readonly<Record<string, string>> = {
  'sign-in/email': 'password',
  'two-factor/verify-totp': 'second_factor',
  'two-factor/verify-backup-code': 'recovery_code',
};

const ownTypes: Readonly<Record<string, string>> = {
  'sign-out': 'staff.signed_out',
  'two-factor/verify-totp': 'staff.second_factor_on',
  'two-factor/disable': 'staff.second_factor_off',
  'two-factor/generate-backup-codes': 'staff.recovery_codes_made',
};

async function tell(
  ctx: Ctx,
  actor: Extract<Actor, { staffId: number }>,
  type: string,
  facts: Record<string, unknown>,
  personal: Record<string, unknown>,
): Promise<void> {
  const subject = { kind: 'staff', id: actor.staffId };
  await inTransaction({ ...ctx, actor }, async (tx) => {
    await emit(tx, { type, subject, facts, personal });
    if (type === 'staff.signed_out') await leave(tx, actor.staffId);
  });
}

/** A wrong password for somebody who works here; guesses at other names leave no trace here. */
export async function noteFailedSignIn(ctx: Ctx, email: string, address: string): Promise<void> {
  const person = await ctx.db
    .selectFrom('staff')
    .select('id')
    .where('email', '=', email.trim().toLowerCase())
    .executeTakeFirst();
  if (!person) return;
  await inTransaction(ctx, (tx) =>
    emit(tx, {
      type: 'staff.sign_in_failed',
      subject: { kind: 'staff', id: person.id },
      personal: { address },
    }),
  );
}
