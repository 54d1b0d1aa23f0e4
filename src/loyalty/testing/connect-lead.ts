import { bulkLoad as loadProducts } from '../../catalog/index.ts';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { api as salesApi } from '../../sales/api.ts';
import type { As, World } from '../../testing/world.ts';

/** Sells to whoever asked last and connects them; @returns whom, on which account and deal. */
export async function connectLead(
  world: World,
  as: As,
): Promise<{ id: number; accountId: number; dealId: number }> {
  const sales = world.via(salesApi);
  const { leads } = (await sales('GET /api/leads', {}, as)).body;
  const { id: leadId = 0, version = 0, name = '' } = leads.at(-1) ?? {};
  const accept = { id: leadId, version };
  const { dealId: id } = (await sales('POST /api/leads/{id}/accept', accept, as)).body;
  const versions = await inBulkTransaction(world.ctx, (ctx) =>
    loadProducts(ctx, [
      {
        kind: 'tariff',
        service: 'internet',
        name: 'Домашний 300',
        monthlyFeeMinor: 75_000,
        currency: 'RUB',
        speedKbps: 300_000,
        validFrom: '2025-01-01',
      },
    ]),
  );
  const offer = { id, productVersionIds: [...versions.values()], connectionMinor: 0 };
  const { path } = (await sales('POST /api/deals/{id}/quotes', offer, as)).body;
  const token = path.split('/').at(-1) ?? '';
  await sales('POST /api/public/quotes/{token}/accept', { token, name }, {});
  const deal = (await sales('GET /api/deals/{id}', { id }, as)).body;
  const done = await sales('POST /api/deals/{id}/connect', { id, version: deal.version }, as);
  if (done.status !== 201) throw new Error(JSON.stringify(done.body));
  await world.hear();
  const { subscriberId } = (await sales('GET /api/deals/{id}', { id }, as)).body;
  return { id: subscriberId ?? 0, accountId: done.body.accountId, dealId: id };
}
