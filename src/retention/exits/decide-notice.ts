import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import type { exitsApi } from '../api/exits.ts';
import { lockCase, type StoredCase } from '../cases/lock-case.ts';
import { writeCase } from '../cases/write-case.ts';
import { keepNoticeDue } from './keep-notice-due.ts';
import { leaveWithNumber } from './leave-with-number.ts';

type Input = z.output<(typeof exitsApi)['POST /api/cases/{id}/notices/{noticeId}']['input']>;
type Notice = { dueAt: Date; dueOn: string };

/**
 * Lets a number go, which ends the account that it stands on, or refuses it on one of the grounds
 * that there are; once. The other operator waits for the answer also where the case is closed.
 */
export async function decideNotice(
  ctx: Ctx,
  input: Input,
): Promise<Result<{ id: number; version: number }>> {
  const { id, version, noticeId, decision } = input;
  const locked = await lockCase(ctx, id, version);
  if (!locked.ok) return locked;
  const row = locked.value;
  const notice = await findNotice(ctx, id, noticeId);
  if (!notice) return fail('retention.no_notice');
  const refused = decision === 'refused' ? await refuseGround(ctx, row, input) : null;
  if (refused) return refused;
  const ends =
    decision === 'accepted' ? await leaveWithNumber(ctx, row, { ...notice, ...input }) : ok(null);
  if (!ends.ok) return ends;
  const ground = decision === 'refused' ? (input.ground ?? null) : null;
  const decidedAt = ctx.clock.now();
  const accountId = ends.value?.accountId ?? null;
  await ctx.db
    .updateTable('portNotices')
    .set({ decision, ground, accountId, decidedAt, decidedBy: staffIdOf(ctx.actor) })
    .where('id', '=', noticeId)
    .execute();
  await keepNoticeDue(ctx, [id]);
  const facts = { decision, ground, isLate: decidedAt > notice.dueAt, ...ends.value };
  const type = 'retention.notice_decided' as const;
  return ok({ id, version: await writeCase(ctx, row, {}, { type, facts }) });
}

async function findNotice(ctx: Ctx, caseId: number, id: number): Promise<Notice | undefined> {
  // port_notices_pkey
  const { rows } = await sql<Notice>`
    select due_at, (due_at at time zone ${ctx.operator.timeZone})::date as due_on
    from   port_notices
    where  id = ${id} and case_id = ${caseId} and decision is null for update`.execute(ctx.db);
  return rows[0];
}

/** A ground has to be named, and a debt has to be there. */
async function refuseGround(
  ctx: Ctx,
  { subscriberId }: StoredCase,
  { ground }: Input,
): Promise<Fail | null> {
  const wrong = (code: string): Fail => fail(code, {}, { ground: code });
  if (!ground) return wrong('retention.ground_needed');
  if (ground !== 'debt') return null;
  // subscribers_root (root_id), accounts_subscriber, ledger_accounts_account
  const { rows } = await sql`
    select from subscribers s
    join   subscribers m on m.root_id = s.root_id
    join   accounts a on a.subscriber_id = m.id
    where  s.id = ${subscriberId} and (
             select sum(b.balance_minor)
             from   ledger_accounts l join ledger_balances b on b.ledger_account_id = l.id
             where  l.account_id = a.id) < 0
    limit  1`.execute(ctx.db);
  return rows.length > 0 ? null : wrong('retention.no_debt');
}
