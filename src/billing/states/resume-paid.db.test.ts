import { afterAll, beforeAll, expect, test } from 'vitest';
import { fill } from '../../kernel/slots.ts';
import { askTerminal, letTerminalsIn } from '../../testing/payments/terminal.ts';
import { signedIn, type SignedIn } from '../../testing/staff.ts';
import { untilWaiting } from '../../testing/until-waiting.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { serviceControls } from '../index.ts';
import type { ServiceControl } from '../slots.ts';
import { History } from '../testing/charging-history.ts';
import type { Held } from '../testing/held-account.ts';

const nothing = { connectionMinor: 0, includedBytes: 0, includedSeconds: 0, rates: [] };

let world: World;
let history: History;
let agent: SignedIn;
/** While it is there, a night waits here, in the middle of suspending somebody. */
let gate: { reached: () => void; opened: Promise<void> } | null = null;
beforeAll(async () => {
  const control: ServiceControl = async (_, { isGiven }) => {
    if (isGiven || !gate) return;
    gate.reached();
    await gate.opened;
  };
  world = await createWorld({}, [{ domain: 'network', fills: [fill(serviceControls, control)] }]);
  world.clock.moveTo(new Date('2026-03-02T05:00:00Z'));
  const chief = await signedIn(world, { name: 'Главная Нина' });
  agent = await signedIn(world, { role: 'agent', name: 'Агеева Ольга' });
  await letTerminalsIn(world, chief);
  history = new History(world, chief.as, {
    proration: 'day',
    beginsOn: '2026-03-01',
    graceDays: 0,
    postpaidGraceDays: 0,
    spares: false,
  });
  await history.open();
  await history.addVersion({ ...nothing, feeMinor: 31_000, cycle: 'daily' });
});
afterAll(() => world.close());

/** Somebody who owes for two days, a thousand kopecks each. */
async function addShort(): Promise<Held> {
  const [version] = history.versions;
  if (!version) throw new Error('no version');
  return history.addAccount(version, false);
}

const stateOf = async ({ id }: Held) =>
  (await world.via(api)('GET /api/accounts/{id}/service', { id }, history.as)).body.state;

test('what a correction gives brings service back, once it is enough', async () => {
  const account = await addShort();
  await history.run();
  expect(await stateOf(account)).toBe('suspended');
  const call = world.via(api);
  const { body } = await call('GET /api/correction-reasons', {}, history.as);
  const reasonId = body.reasons[0]?.id ?? 0;
  const give = async (amountMinor: number) => {
    const given = { id: account.id, kind: 'compensation' as const, amountMinor, reasonId };
    const proposed = await call('POST /api/accounts/{id}/corrections', given, agent.as);
    await call('POST /api/corrections/{id}/approve', { id: proposed.body.id }, history.as);
    return stateOf(account);
  };
  expect(await give(1999)).toBe('suspended');
  expect(await give(1)).toBe('active');
});

test('who pays while a night suspends them is served', async () => {
  const account = await addShort();
  const opening = Promise.withResolvers<void>();
  const reaching = Promise.withResolvers<void>();
  gate = { reached: reaching.resolve, opened: opening.promise };
  const night = history.run();
  await reaching.promise;
  const pay = { command: 'pay', txn_id: '1', account: account.number, sum: '20.00' };
  const paid = askTerminal(world, pay);
  await untilWaiting(world);
  gate = null;
  opening.resolve();
  await night;
  expect((await paid).result).toBe(0);
  expect(await stateOf(account)).toBe('active');
});
