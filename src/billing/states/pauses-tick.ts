import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { chargeAccounts } from '../charging/charge-accounts.ts';
import { setStates } from './set-states.ts';

const MOST = 1000;

/** Begins pauses whose day has come and ends those that are over. */
export const pausesTick: Tick = {
  name: 'billing.pauses',
  everySeconds: 20,
  run: async (ctx) => {
    const begun = await due(ctx, 'active', true);
    await setStates(ctx, begun, { state: 'paused', reason: 'wish' });
    const ended = await due(ctx, 'paused', false);
    await setStates(ctx, ended, { state: 'active', reason: 'wish' });
    await chargeAccounts(ctx, ended);
  },
};

/** Accounts of a state that are in a pause now, or in none any more; locked. */
async function due(ctx: Ctx, state: string, isInPause: boolean): Promise<number[]> {
  const now = ctx.clock.now();
  // service_breaks_ends (ended_at) where kind = 'paused'; service_breaks_account
  const paused = sql`
    select b.account_id from service_breaks b
    where  b.kind = 'paused' and b.ended_at > ${now} and b.began_at <= ${now}`;
  // accounts_paused (id) where state = 'paused'; accounts_pkey
  const which = isInPause
    ? sql`a.id in (${paused}) and a.state = 'active'`
    : sql`a.state = 'paused' and not exists (${paused} and b.account_id = a.id)`;
  const { rows } = await sql<{ id: number }>`
    select a.id from accounts a where ${which} and a.state = ${state}
    order  by a.id limit ${MOST} for no key update`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
