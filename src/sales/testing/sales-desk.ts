import { api as catalogApi, type EligibilityRule } from '../../catalog/api.ts';
import { bulkLoad as loadProducts } from '../../catalog/index.ts';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

/** Somebody who sells, two products on sale, and hands by which deals and quotes are made. */
export async function openSalesDesk(settings: Record<string, string> = {}) {
  const world: World = await createWorld(settings);
  const boss: SignedIn = await signedIn(world, { name: 'Смирнова Вера', team: 'Продажи' });
  const usual = { currency: 'RUB', validFrom: '2025-01-01' };
  const versions = await inBulkTransaction(world.ctx, (ctx) =>
    loadProducts(ctx, [
      {
        ...usual,
        kind: 'tariff',
        service: 'internet',
        name: 'Домашний 300',
        monthlyFeeMinor: 75_000,
        speedKbps: 300_000,
        leastMonths: 12,
        leavingFeeMinor: 300_000,
      },
      {
        ...usual,
        kind: 'addon',
        service: 'other',
        name: 'Кинотеатр',
        monthlyFeeMinor: 29_900,
        speedKbps: null,
      },
    ]),
  );
  const untyped = () => world.via(api);
  const call = ((key, input, as = boss.as) => untyped()(key, input, as)) as ReturnType<
    typeof untyped
  >;
  const openDeal = async (more: object = {}): Promise<number> => {
    const person = { name: 'Котова Анна', phone: '+79135551001' };
    return (await call('POST /api/deals', { ...person, ...more })).body.id;
  };
  const quote = async (id: number, more: object = {}) => {
    const offered = { productVersionIds: [...versions.values()], connectionMinor: 100_000 };
    return (await call('POST /api/deals/{id}/quotes', { id, ...offered, ...more })).body;
  };
  /** A quote that was accepted by its link; @returns its id and the link's key */
  const accepted = async (id: number, more: object = {}) => {
    const { id: quoteId, path } = await quote(id, more);
    const token = tokenIn(path);
    const name = 'Котова Анна Павловна';
    await call('POST /api/public/quotes/{token}/accept', { token, name }, nobody);
    return { quoteId, token };
  };
  /** Says who may take a product. */
  const sellTo = async (name: string, eligibility: EligibilityRule[]): Promise<void> => {
    const catalog = world.via(catalogApi);
    const { products } = (await catalog('GET /api/products', {}, boss.as)).body;
    const id = products.find((one) => one.name === name)?.id ?? 0;
    await catalog('PUT /api/products/{id}/about', { id, eligibility }, boss.as);
  };
  /** A colleague who may do no more than this. */
  const hire = async (...permissions: string[]) =>
    (await signedIn(world, { permissions, team: 'Продажи' })).as;
  return { world, boss, hire, sellTo, versions, call, openDeal, quote, accepted };
}

export const nobody = {};
export const tokenIn = (path: string): string => path.split('/').at(-1) ?? '';
export type SalesDesk = Awaited<ReturnType<typeof openSalesDesk>>;
