import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { refuseVeiled, today } from '../../subscribers/index.ts';
import type { exitsApi } from '../api/exits.ts';
import type { StoredCase } from '../cases/lock-case.ts';
import { accountsOfCase } from './accounts-of-case.ts';
import { findExit, type StoredExit } from './find-exit.ts';
import { refuseExit } from './refuse-exit.ts';
import { writeExit } from './write-exit.ts';

type Input = z.output<(typeof exitsApi)['POST /api/cases/{id}/notices/{noticeId}']['input']>;

/**
 * The account that a number stands on ends with it: no application is asked for, nor a reason, for
 * another operator's deadline waits for neither. Of several it is said which, or that all go on
 * because more stands there than the number.
 * @returns what ends; null where nothing does
 */
export async function leaveWithNumber(
  ctx: Ctx,
  row: StoredCase,
  { accountId, endsOn: asked, dueOn, leavingFee, words }: Input & { dueOn: string },
): Promise<Result<{ accountId: number; endsOn: string } | null>> {
  if (row.state === 'closed' || accountId === null) return ok(null);
  const veiled = await refuseVeiled(ctx, [row.subscriberId]);
  if (veiled) return veiled;
  const open = await accountsOfCase(ctx, row.id, asked ?? dueOn);
  if (open.length === 0 && accountId === undefined) return ok(null);
  const chosen = accountId ?? (open.length === 1 ? open[0]?.id : undefined);
  const code = 'retention.account_needed';
  if (chosen === undefined) return fail(code, {}, { accountId: code });
  const standing = await findExit(ctx, row.id);
  const endsOn = asked ?? lastDay(ctx, dueOn, standing, chosen);
  const settled = await accountsOfCase(ctx, row.id, endsOn);
  const accounts = settled.filter(({ id }) => id === chosen);
  const asOf = { endsOn, leavingFee, words };
  const refused = refuseExit(ctx, { ...asOf, accounts, standing });
  if (refused) return refused;
  await writeExit(ctx, { ...asOf, caseId: row.id }, accounts);
  return ok({ accountId: chosen, endsOn });
}

/** The day of the deadline, or one before on which the account ends anyway; none that is over. */
function lastDay(ctx: Ctx, dueOn: string, standing: StoredExit | null, id: number): string {
  const ends = standing?.accounts.find((one) => one.id === id)?.endsOn ?? dueOn;
  const earlier = ends < dueOn ? ends : dueOn;
  return earlier < today(ctx) ? today(ctx) : earlier;
}
