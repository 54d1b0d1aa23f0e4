import { paymentsApi } from '../../src/billing/api/payments.ts';
import { bulkLoad as loadAccounts } from '../../src/billing/index.ts';
import { inBulkTransaction } from '../../src/kernel/db/bulk.ts';
import { bulkLoad as loadSubscribers } from '../../src/subscribers/index.ts';
import { terminals } from '../../src/testing/payments/terminal.ts';
import { besideProgram } from './beside-program.ts';
import { type Installed, installed } from './killed-program.ts';
import { hireFirst } from './shift/people.ts';

/** A program in processes of its own, with these accounts and a terminals' network let in. */
export async function openForTerminals(numbers: readonly string[]): Promise<Installed> {
  const installation = await installed('terminals');
  const boss = await hireFirst(installation);
  const call = installation.via(paymentsApi);
  const added = await call('POST /api/payment-sources', terminals, boss.as);
  if (added.status !== 201) throw new Error(JSON.stringify(added.body));
  await besideProgram(installation.folder, (ctx) =>
    inBulkTransaction(ctx, async (bulk) => {
      const people = numbers.map((number) => ({
        kind: 'person' as const,
        displayName: `Платов ${number}`,
        status: 'active' as const,
        contacts: [],
      }));
      const loaded = await loadSubscribers(bulk, people);
      const accounts = loaded.map(({ id }, at) => ({
        subscriberId: id,
        number: numbers[at] ?? '',
        currency: 'RUB',
        state: 'active' as const,
        lines: [],
        subscriptions: [],
      }));
      await loadAccounts(bulk, accounts);
    }),
  );
  return installation;
}
