import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import type { DunningSettings } from '../api/dunning.ts';
import { chargeAccounts } from '../charging/charge-accounts.ts';
import { loadSettings } from '../charging/load-settings.ts';
import { noticeSenders } from '../slots.ts';
import { spokenSum } from '../spoken.ts';
import { limitForDebt } from '../states/limit-for-debt.ts';
import { setStates } from '../states/set-states.ts';
import { type Due, dueSteps } from './due-steps.ts';

type Did = { outcome: 'sent' | 'by_hand' | 'done'; way: string | null; messageId: number | null };

const MASS = 20;

/**
 * Does what is due about the debts of some accounts, each step once. A message that no channel
 * takes is left to a person, who calls.
 * @param which a condition on `accounts a`
 */
export async function doSteps(
  ctx: Ctx,
  settings: DunningSettings,
  which: RawBuilder<unknown>,
): Promise<void> {
  const charging = await loadSettings(ctx);
  await sql`select a.id from accounts a where ${which} order by a.id for no key update`.execute(
    ctx.db,
  );
  const due = await dueSteps(ctx, settings, charging, which);
  const { rows } = await sql<Due>`
    with ${due}
    select account_id, account, subscriber_id, currency, debt_since, days, is_careful, debt_minor,
           step_day, what
    from   due_today order by account_id`.execute(ctx.db);
  if (rows.length === 0) return;
  const done: [Due, Did][] = [];
  for (const one of rows) done.push([one, await doOne(ctx, settings, one)]);
  await limitForDebt(ctx, idsOf(rows, 'limit'));
  await suspend(ctx, idsOf(rows, 'suspend'));
  await write(ctx, done);
}

const idsOf = (rows: readonly Due[], what: Due['what']): number[] =>
  rows.filter((due) => due.what === what).map(({ accountId }) => accountId);

/** Writes what the step says; a limit may come without words. */
async function doOne(ctx: Ctx, settings: DunningSettings, due: Due): Promise<Did> {
  const step = settings.steps.find(({ day, what }) => day === due.stepDay && what === due.what);
  const words = step?.[ctx.operator.language] ?? '';
  if (due.what === 'suspend' || words === '') {
    return { outcome: 'done', way: null, messageId: null };
  }
  const text = filled(ctx, words, due);
  for (const { piece } of noticeSenders.fills) {
    const sent = await piece(ctx, { subscriberId: due.subscriberId, text });
    if (sent) return { outcome: 'sent', way: sent.way, messageId: sent.outgoingMessageId };
  }
  return { outcome: 'by_hand', way: null, messageId: null };
}

/** `[сумма]` or `[sum]`, `[счёт]` or `[account]`, `[дней]` or `[days]` as they are now. */
function filled(ctx: Ctx, text: string, { debtMinor, currency, account, days }: Due): string {
  const own = { ...ctx, language: ctx.operator.language };
  return text
    .replaceAll(/\[(сумма|sum)\]/g, () => spokenSum(own, debtMinor, currency))
    .replaceAll(/\[(сч[её]т|account)\]/g, () => account)
    .replaceAll(/\[(дней|days)\]/g, () => String(days));
}

async function suspend(ctx: Ctx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  // service_breaks_open (account_id) where ended_at is null
  await sql`
    insert into service_breaks (account_id, kind, reason, began_at)
    select id, 'suspended', 'debt', ${ctx.clock.now()} from unnest(${[...ids]}::bigint[]) id
    order  by id`.execute(ctx.db);
  await setStates(ctx, ids, { state: 'suspended', reason: 'debt' });
  await chargeAccounts(ctx, ids);
}

async function write(ctx: Ctx, done: readonly [Due, Did][]): Promise<void> {
  await ctx.db
    .insertInto('dunningDeeds')
    .values(
      done.map(([due, did]) => ({
        accountId: due.accountId,
        debtSince: due.debtSince,
        stepDay: due.stepDay,
        what: due.what,
        outcome: did.outcome,
        way: did.way,
        outgoingMessageId: did.messageId,
        debtMinor: due.debtMinor,
        doneAt: ctx.clock.now(),
      })),
    )
    .execute();
  await emitMany(
    ctx,
    done.flatMap(([due, { outcome, way }]) =>
      outcome === 'done'
        ? []
        : [
            {
              type: outcome === 'sent' ? 'billing.debt_reminded' : 'billing.debt_to_call',
              subject: { kind: 'account', id: due.accountId },
              subscriberId: due.subscriberId,
              facts: {
                account: due.account,
                what: due.what,
                way,
                days: due.days,
                amountMinor: due.debtMinor,
                currency: due.currency,
              },
            },
          ],
    ),
    { isTold: done.length <= MASS },
  );
}
