import { addAccount } from '../../testing/accounts.ts';
import { signedIn, type SignedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { api } from '../api.ts';

/** Where every test of dealers begins: the operator's people, a dealer's, and cards. */
export async function openShop() {
  const world = await createWorld();
  const chief = await signedIn(world, { name: 'Главная Нина' });
  const untyped = world.via(api);
  const call = ((key, input, as = chief.as) => untyped(key, input, as)) as typeof untyped;
  let made = 0;

  /** A dealer with somebody who works in its cabinet. */
  const addDealer = async (
    fields: object = {},
  ): Promise<{ id: number; name: string; seller: SignedIn }> => {
    made += 1;
    const contract = {
      name: `Киоск ${made}`,
      contractNumber: `ДД-${made}`,
      contractOn: '2026-01-10',
      terms: 'Расчёт раз в месяц',
      creditLimitMinor: 100_000_000,
      ...fields,
    };
    const { body } = await call('POST /api/dealers', contract);
    const seller = await signedIn(world, { role: 'dealer', name: `Продавец ${made}` });
    const person = { id: body.id, staffId: seller.staffId };
    await call('PUT /api/dealers/{id}/people/{staffId}', person);
    return { id: body.id, name: contract.name, seller };
  };

  /** A batch that is made, with the PINs of its file in the order of numbers. */
  const addBatch = async (
    fields: object = {},
  ): Promise<{ id: number; series: string; pins: string[] }> => {
    made += 1;
    const wanted = {
      series: `С${made}`,
      cards: 10,
      valueMinor: 30_000,
      validUntil: '2026-12-31',
      ...fields,
    };
    const { body } = await call('POST /api/card-batches', wanted);
    await world.runJobs();
    const file = await call('POST /api/card-batches/{id}/pins', { id: body.id });
    const lines = (file.body as unknown as string).trim().split('\r\n').slice(1);
    return {
      id: body.id,
      series: wanted.series,
      pins: lines.map((line) => line.split(';')[2] ?? ''),
    };
  };

  const deed = (
    id: number,
    kind: 'given' | 'returned' | 'sold' | 'sale_undone' | 'blocked' | 'unblocked',
    [firstNumber, lastNumber]: readonly [number, number],
    dealerId: number | null = null,
  ) => call('POST /api/card-batches/{id}/deeds', { id, kind, firstNumber, lastNumber, dealerId });

  return {
    world,
    chief,
    call,
    addDealer,
    addBatch,
    deed,
    addHolder: () => holderIn(world, chief),
    stands: () => standsIn(world),
  };
}

export type Shop = Awaited<ReturnType<typeof openShop>>;

/** What the ledger says of each kind of holder and of the operator's own sides. */
async function standsIn({ ctx }: World): Promise<Record<string, number>> {
  const { rows } = await ctx.pool.query<{ side: string; minor: number }>(
    `select case when l.account_id is not null then 'account ' || l.account_id
                 when l.dealer_id is not null then 'dealer ' || l.dealer_id
                 else l.kind end as side, sum(p.amount_minor)::bigint as minor
     from   ledger_accounts l join ledger_postings p on p.ledger_account_id = l.id
     group  by 1`,
  );
  return Object.fromEntries(rows.map(({ side, minor }) => [side, minor]));
}

/** A subscriber with an account. */
async function holderIn(
  world: World,
  chief: SignedIn,
): Promise<{ accountId: number; account: string; subscriberId: number }> {
  const person = { kind: 'person' as const, lastName: 'Картин', firstName: 'Пётр' };
  const answer = await world.via(subscribersApi)('POST /api/subscribers', person, chief.as);
  const subscriberId = answer.body.id;
  const account = `77-${subscriberId}`;
  const accountId = await addAccount(world, subscriberId, { number: account });
  return { accountId, account, subscriberId };
}
