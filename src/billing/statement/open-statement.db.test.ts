import { afterAll, beforeAll, expect, test } from 'vitest';
import { post } from '../../testing/accounts.ts';
import { openTill, type Till } from '../testing/till.ts';

let till: Till;
beforeAll(async () => {
  till = await openTill();
});
afterAll(() => till.world.close());

test('lines stand under their day with the balance after each, whenever they were posted', async () => {
  const { accountId } = await till.open();
  await post(till.world, accountId, {
    kind: 'opening_balances',
    occurredOn: '2026-01-15',
    counterpart: 'opening_balances',
    amountMinor: -5000,
  });
  const { account, lines, totals } = await till.statement(accountId);
  expect(account).toMatchObject({ balanceMinor: 35_000, currency: 'RUB', canPropose: true });
  const told = lines.map(({ on, kind, amountMinor, balanceMinor }) => [
    on,
    kind,
    amountMinor,
    balanceMinor,
  ]);
  expect(told).toEqual([
    ['2026-02-10', 'payments', 100_000, 35_000],
    ['2026-02-01', 'monthly_charges', -60_000, -65_000],
    ['2026-01-15', 'opening_balances', -5000, -5000],
  ]);
  expect(totals).toEqual({
    openingMinor: 0,
    raisedMinor: 100_000,
    loweredMinor: -65_000,
    closingMinor: 35_000,
  });
});

test('a period says what stood before it and after it', async () => {
  const { accountId } = await till.open();
  const { lines, totals } = await till.statement(accountId, {
    from: '2026-02-02',
    to: '2026-02-28',
  });
  expect(lines).toHaveLength(1);
  expect(totals).toEqual({
    openingMinor: -60_000,
    raisedMinor: 100_000,
    loweredMinor: 0,
    closingMinor: 40_000,
  });
  const backwards = { id: accountId, from: '2026-03-01', to: '2026-02-01' };
  const refused = await till.call('GET /api/accounts/{id}/statement', backwards);
  expect(refused.body.code).toBe('billing.wrong_period');
});

test('pages follow one another to the first line, and none is told twice', async () => {
  const { accountId } = await till.open();
  for (const day of ['11', '12', '13']) {
    await post(till.world, accountId, {
      kind: 'payments',
      occurredOn: `2026-02-${day}`,
      counterpart: 'cash',
      amountMinor: 100,
    });
  }
  const days: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await till.statement(accountId, { limit: 2, ...(cursor ? { cursor } : {}) });
    days.push(...page.lines.map(({ on }) => on.slice(-2)));
    cursor = page.nextCursor;
  } while (cursor);
  expect(days).toEqual(['13', '12', '11', '10', '01']);
  const forged = { id: accountId, cursor: 'eyJhIjoxfQ' };
  const refused = await till.call('GET /api/accounts/{id}/statement', forged);
  expect(refused.body.code).toBe('kernel.bad_cursor');
});

test('an account that never moved has an empty statement; a look leaves its line', async () => {
  const subscriberId = await till.addHolder();
  const { addAccount } = await import('../../testing/accounts.ts');
  const accountId = await addAccount(till.world, subscriberId);
  const { lines, account } = await till.statement(accountId);
  expect([lines, account.balanceMinor]).toEqual([[], 0]);
  const { rows } = await till.world.ctx.pool.query(
    `select from events where type = 'billing.statement_viewed' and subscriber_id = $1`,
    [subscriberId],
  );
  expect(rows).toHaveLength(1);
});
