import { sql } from 'kysely';
import { addAccount, post } from '../../testing/accounts.ts';
import { createSubscribersWorld } from '../../testing/subscribers.ts';
import { api } from '../api.ts';
import type { Signal } from '../earning/signals.ts';
import { setControl } from './set-control.ts';

/** A programme that has begun on 2 March 2026, people with accounts, and rules made as asked. */
export async function openLoyaltyDesk(environment: Readonly<Record<string, string>> = {}) {
  const people = await createSubscribersWorld({}, environment);
  const { world, me } = people;
  const untyped = () => world.via(api);
  const call = ((key, input, as = me.as) => untyped()(key, input, as)) as ReturnType<
    typeof untyped
  >;
  await call('POST /api/loyalty/programme/begin', { isOn: true });
  // What happens from now on is heard.
  await world.hear();
  let count = 0;
  /** A rule that was tried and is on; @returns its id */
  const rule = async (signal: Signal, points: number, more: object = {}): Promise<number> => {
    count += 1;
    const fields = { name: `Правило ${count}`, signal, points, ...more };
    const { id } = (await call('POST /api/loyalty/rules', fields)).body;
    const tried = await call('POST /api/loyalty/rules/{id}/try', { id });
    if (tried.status !== 200) throw new Error(JSON.stringify(tried.body));
    await call('POST /api/loyalty/rules/{id}/switch', { id, version: 1, isOn: true });
    return id;
  };
  /** Rules of earlier tests give nothing any more. */
  const silence = () => sql`update earning_rules set on_since = null`.execute(world.ctx.db);
  /** Somebody with an account of 600 roubles a month. */
  const person = async (fields: Record<string, unknown> = {}) => {
    const id = await people.add({ customerSince: '2026-01-15', ...fields });
    return { id, accountId: await addAccount(world, id) };
  };
  /** Charges a month, and pays for it unless told. */
  const month = async (accountId: number, of: string, isPaid = true): Promise<void> => {
    const fee = { kind: 'charges', occurredOn: `${of}-01`, counterpart: 'revenue' } as const;
    const paid = { kind: 'payments', occurredOn: `${of}-20`, counterpart: 'bank' } as const;
    await post(world, accountId, { ...fee, amountMinor: -60_000 });
    if (isPaid) await post(world, accountId, { ...paid, amountMinor: 60_000 });
  };
  const night = async (day: string): Promise<void> => {
    world.clock.moveTo(new Date(`${day}T01:00:00Z`));
    await world.tick('loyalty.night');
  };
  const points = async (id: number, on?: string) => {
    const asked = on === undefined ? { id } : { id, on };
    return (await call('GET /api/subscribers/{id}/points', asked)).body;
  };
  const control = (perMille: number) => setControl(world, perMille);
  return { people, control, world, me, call, rule, silence, person, month, night, points };
}

export type LoyaltyDesk = Awaited<ReturnType<typeof openLoyaltyDesk>>;
