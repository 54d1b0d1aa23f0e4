import { sql } from 'kysely';
import { goOn, leaveInPeace } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { withRights } from '../../kernel/with-rights.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import type { TermsKind } from '../kinds.ts';
import type { StoredTerms } from './lock-terms.ts';
import { wordsOf } from './terms-words.ts';

/** Terms without an end are kept a month ahead. */
const AHEAD_DAYS = 31;

type Terms = {
  kind: TermsKind;
  value: number;
  accountId: number | null;
  fromOn: string;
  toOn: string | null;
};

/**
 * Leaves an account in peace as long as its terms say: through their last day, or, of a longer
 * term, so many days after a debt began. What somebody has set to last longer stays.
 */
export async function keepPeace(ctx: Ctx, termsId: number, terms: Terms): Promise<void> {
  const { kind, value, accountId, fromOn, toOn } = terms;
  const day = today(ctx);
  if (accountId === null || fromOn > day) return;
  // accounts_pkey, shortfalls_pkey, dunning_pauses_pkey
  const { rows } = await sql<{ shortOn: string | null; untilOn: string | null }>`
    select (f.since_at at time zone ${ctx.operator.timeZone})::date as short_on, p.until_on
    from   accounts a
    left   join shortfalls f on f.account_id = a.id
    left   join dunning_pauses p on p.account_id = a.id
    where  a.id = ${accountId} and a.state <> 'closed'`.execute(ctx.db);
  const [account] = rows;
  if (!account) return;
  const ahead = daysAfter(day, AHEAD_DAYS);
  const { shortOn } = account;
  const until =
    kind === 'longer'
      ? shortOn && daysAfter(shortOn, value)
      : toOn !== null && toOn < ahead
        ? toOn
        : ahead;
  if (until === null || until < day || (account.untilOn ?? '') >= until) return;
  const lent = withRights(ctx, ['billing.serve']);
  const left = await leaveInPeace(lent, {
    id: accountId,
    untilOn: until,
    words: wordsOf(ctx, termsId),
  });
  if (!left.ok) return;
  await sql`update vip_terms set peace_until = ${until}::date where id = ${termsId}`.execute(
    ctx.db,
  );
}

/** Ends the peace that terms have given, unless somebody has set another since; others go on. */
export async function endPeace(
  ctx: Ctx,
  { id, accountId, peaceUntil }: Pick<StoredTerms, 'id' | 'accountId' | 'peaceUntil'>,
): Promise<void> {
  if (accountId === null || peaceUntil === null) return;
  // dunning_pauses_pkey
  const { rows } = await sql`
    select from dunning_pauses
    where  account_id = ${accountId} and until_on = ${peaceUntil}::date`.execute(ctx.db);
  if (rows.length === 0) return;
  await goOn(withRights(ctx, ['billing.serve']), { id: accountId });
  const others = await ctx.db
    .selectFrom('vipTerms')
    .select(['id', 'value', 'accountId', 'fromOn', 'toOn'])
    .select(sql<TermsKind>`kind`.as('kind'))
    .where('accountId', '=', accountId)
    .where('state', '=', 'approved')
    .where('id', '<>', id)
    .orderBy('id')
    .execute();
  for (const other of others) await keepPeace(ctx, other.id, other);
}
