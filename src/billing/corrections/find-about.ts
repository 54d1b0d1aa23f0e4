import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { CorrectionState } from '../api/correction-kinds.ts';
import { daysOfMonth, givenForDays, isGiving, leftOfFees } from './given-back.ts';

export type Asked = {
  lineId?: number | undefined;
  fromOn?: string | undefined;
  toOn?: string | undefined;
};

export type Line = {
  id: number;
  amountMinor: number;
  /** Whether the line is a correction itself, or takes one back. */
  isCorrection: boolean;
  /** Whether the line undoes another, or was undone itself: the account has nothing of it. */
  isUndone: boolean;
  /**
   * What is given back of it already, or would be once it is approved: by corrections of any kind,
   * and, of a charge, by the charging itself where less of the month was due in the end. What was
   * given for days of a month is none of a fee while the month's other fees have as much left.
   */
  givenBackMinor: number;
};

/** What a correction is of: a line, a period, or the account as such. */
export type About = { line: Line | null; period: { fromOn: string; toOn: string } | null };

const MOST_DAYS = 366;
const DAY_MS = 86_400_000;

/** How many days a period has, its first and last among them. */
const daysOf = (fromOn: string, toOn: string): number =>
  (Date.parse(toOn) - Date.parse(fromOn)) / DAY_MS + 1;

/**
 * The line or the period that was asked for, if it is one of this account's.
 * @param states which corrections count as given back
 */
export async function findAbout(
  ctx: Ctx,
  accountId: number,
  { lineId, fromOn, toOn }: Asked,
  states: readonly CorrectionState[] = ['proposed', 'posted'],
): Promise<Result<About>> {
  if (lineId !== undefined && fromOn === undefined && toOn === undefined) {
    const line = await findLine(ctx, accountId, lineId, states);
    return line ? ok({ line, period: null }) : fail('billing.no_such_line');
  }
  if (fromOn === undefined && toOn === undefined) return ok({ line: null, period: null });
  const isPeriod = lineId === undefined && fromOn !== undefined && toOn !== undefined;
  if (!isPeriod || toOn < fromOn || daysOf(fromOn, toOn) > MOST_DAYS) {
    return fail('billing.wrong_period', {}, { toOn: 'billing.wrong_period' });
  }
  return ok({ line: null, period: { fromOn, toOn } });
}

async function findLine(
  ctx: Ctx,
  accountId: number,
  lineId: number,
  states: readonly CorrectionState[],
): Promise<Line | null> {
  const given = isGiving(states);
  const fees = leftOfFees(sql`ch.month = o.month and ch.account_id = o.account_id`, states);
  const forDays = givenForDays(sql`o.account_id`, daysOfMonth(sql`o.month`), states);
  // corrections_line (line_id), ledger_postings_pkey, ledger_transactions_reverses_id_key,
  // charges_posting_id_key (posting_id), charges_month (month, account_id), accounts_pkey
  const { rows } = await sql<Line>`
    select p.id, p.amount_minor,
           exists (select from corrections c where c.transaction_id = p.transaction_id)
             as is_correction,
           x.reverses_id is not null
             or exists (select from ledger_transactions r where r.reverses_id = x.id)
             or exists (select from accounts a where a.id = l.account_id and a.is_taken_back)
             as is_undone,
           greatest(
             coalesce((select sum(c.amount_minor) from corrections c
                       where  c.line_id = p.id and ${given}), 0),
             -- Of all lines of one subscription and month no more comes back than was charged,
             (select -p.amount_minor - sum(o.amount_minor - coalesce(
                       (select sum(c.amount_minor) from corrections c
                        where  c.line_id = o.posting_id and ${given}), 0))
              from   charges ch
              join   charges o on o.month = ch.month and o.account_id = ch.account_id
                              and o.subscription_id = ch.subscription_id and o.kind = ch.kind
                              and o.rate_id is not distinct from ch.rate_id
              where  ch.posting_id = p.id),
             -- and of all fees of a month not once by the line and once by the day.
             (select -p.amount_minor - greatest(0, (
                       select sum(greatest(f.minor, 0)) from (${fees}) f) - ${forDays})
              from   charges o where o.posting_id = p.id and o.kind = 'fee'))::bigint
             as given_back_minor
    from   ledger_postings p
    join   ledger_transactions x on x.id = p.transaction_id
    join   ledger_accounts l on l.id = p.ledger_account_id
    where  p.id = ${lineId} and l.account_id = ${accountId}`.execute(ctx.db);
  return rows[0] ?? null;
}
