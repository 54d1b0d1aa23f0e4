import { sql } from 'kysely';
import { bulkLoad as loadProducts } from '../../catalog/index.ts';
import { bulkLoad as loadAccounts } from '../../billing/index.ts';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { today } from '../../subscribers/index.ts';
import { signedIn } from '../../testing/staff.ts';
import { createSubscribersWorld } from '../../testing/subscribers.ts';
import type { As, Call, World } from '../../testing/world.ts';
import { api } from '../api.ts';

const services = ['internet', 'tv', 'phone', 'mobile', 'bundle', 'other'] as const;

/** Somebody's service lines, each with what it is charged a month, in minor units. */
type Charged = Partial<Record<(typeof services)[number], readonly number[]>>;

type Wanted = {
  fields?: Record<string, unknown>;
  /** Since when they pay in time; none of whom it is not known. */
  carefulSince?: string | null;
  customerSince?: string;
  charged: Charged;
};

const digits = (count: number): string => String(count).padStart(7, '0');

/** @returns what gives somebody an account that is charged so much */
export async function openAccounts(world: World) {
  const versions = await inBulkTransaction(world.ctx, (ctx) =>
    loadProducts(
      ctx,
      [...services, 'added' as const].map((service) => ({
        kind: service === 'other' || service === 'added' ? 'addon' : 'tariff',
        service: service === 'added' ? 'phone' : service,
        name: `Услуга ${service}`,
        monthlyFeeMinor: 60_000,
        currency: 'RUB',
        speedKbps: null,
        validFrom: '2020-01-01',
      })),
    ),
  );
  let lines = 0;
  return async (subscriberId: number, charged: Charged): Promise<number> =>
    inBulkTransaction(world.ctx, async (ctx) => {
      const parts = Object.entries(charged).flatMap(([service, sums]) =>
        sums.map((minor) => ({ service, minor })),
      );
      lines += parts.length + 1;
      const [id = 0] = await loadAccounts(ctx, [
        {
          subscriberId,
          number: `V-${subscriberId}-${lines}`,
          contractNumber: null,
          currency: 'RUB',
          state: 'active',
          lines: parts
            .filter(({ service }) => service !== 'other' && service !== 'bundle')
            .map(({ service }, at) => ({
              kind: service,
              ...(service === 'internet'
                ? { login: `login${lines}-${at}` }
                : { number: `+7913${digits(lines * 100 + at)}` }),
            })),
          subscriptions: parts.map(({ service, minor }) => ({
            productVersionId: versions.get(`Услуга ${service}`) ?? 0,
            monthlyFeeMinor: minor,
            startedOn: '2025-01-01',
          })),
        } as never,
      ]);
      return id;
    });
}

/** A world on the 2nd of March 2026: the last closed month is February. */
export async function openVipWorld() {
  const made = await createSubscribersWorld();
  const { world, me } = made;
  const untyped = world.via(api);
  const call = ((key, input, as: As = me.as) => untyped(key, input, as)) as Call<typeof api>;
  const account = await openAccounts(world);
  return {
    ...made,
    call,
    account,
    /** Somebody with one account, with us since 2024 and paying in time since then. */
    client: async ({
      fields,
      charged,
      carefulSince = '2024-01-01',
      customerSince = '2024-01-01',
    }: Wanted) => {
      const id = await made.add({ customerSince, ...fields });
      const accountId = await account(id, charged);
      if (carefulSince !== null) {
        await sql`insert into trust_limits (account_id, careful_since)
          values (${accountId}, ${carefulSince})`.execute(world.ctx.db);
      }
      return { id, accountId };
    },
    night: async (): Promise<void> => {
      await sql`delete from vip_runs where "on" = ${today(world.ctx)}`.execute(world.ctx.db);
      await world.tick('vip.programme');
    },
    /** Leads clients: a personal manager with room for so many. */
    leading: async (mostClients: number, more: object = {}, name = 'Ведущая') => {
      const who = await signedIn(world, {
        name,
        permissions: {
          'vip.work': 'own',
          'subscribers.view': 'all',
          'conversations.work': 'all',
          'conversations.view': 'all',
        },
      });
      const { staffId } = who;
      await call('PUT /api/vip-managers/{staffId}', { staffId, mostClients, ...more });
      return who;
    },
    show: async (id: number) => (await call('GET /api/vip/{id}', { id })).body,
  };
}

export type VipWorld = Awaited<ReturnType<typeof openVipWorld>>;
