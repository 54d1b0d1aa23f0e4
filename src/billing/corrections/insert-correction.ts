import { sql } from 'kysely';
import { type Ctx, staffIdOf, teamIdOf } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import type { CorrectionKind } from '../api/correction-kinds.ts';

export type NewCorrection = {
  accountId: number;
  kind: CorrectionKind;
  amountMinor: number;
  reasonId: number;
  words: string;
  lineId?: number | null;
  fromOn?: string | null;
  toOn?: string | null;
  reversesId?: number | null;
  originKind?: string | null;
  originId?: number | null;
};

/** Writes a proposal of the one who acts. @returns its id */
export async function insertCorrection(ctx: Ctx, correction: NewCorrection): Promise<number> {
  const { id } = await ctx.db
    .insertInto('corrections')
    .values({
      ...correction,
      state: 'proposed',
      proposedBy: staffIdOf(ctx.actor),
      teamId: teamIdOf(ctx.actor),
      proposedAt: ctx.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A reason must be one of those in use. */
export async function refuseReason(ctx: Ctx, reasonId: number): Promise<Fail | null> {
  // correction_reasons_pkey
  const { rows } = await sql`
    select from correction_reasons where id = ${reasonId} and archived_at is null`.execute(ctx.db);
  if (rows.length > 0) return null;
  return fail('billing.no_such_reason', {}, { reasonId: 'billing.no_such_reason' });
}
