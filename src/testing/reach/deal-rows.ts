import { scoreRisk } from '../../retention/index.ts';
import type { World } from '../world.ts';
import type { Hand } from './rows.ts';

/** What one pair of hands sells. */
export type Selling = {
  dealId: number;
  /** A quote under it that waits for an answer. */
  quoteId: number;
  /** What was handed over under the deal. */
  equipmentId: number;
  leadId: number;
  /** The name that stands in both. */
  buyer: string;
};

const buyers: Record<Hand, string> = {
  mine: 'Мойкупец',
  mates: 'Товкупец',
  foreign: 'Чужкупец',
  nobodys: 'Ничкупец',
};

type Make = (route: string, input: object) => Promise<Record<string, number>>;

/** A deal and a lead of whoever's hands these are; of nobody's hands, others' who see all. */
export async function makeDeal(
  world: World,
  made: Make,
  hand: Hand,
  owned: object,
): Promise<Selling> {
  const buyer = buyers[hand];
  const { id: dealId = 0 } = await made('POST /api/deals', { name: buyer, ...owned });
  const { id: leadId = 0 } = await made('POST /api/leads', { name: buyer, ...owned });
  if (hand === 'nobodys') {
    const nobodys = { ownerStaffId: null, teamId: null };
    await made('PATCH /api/deals/{id}', { id: dealId, version: 1, ...nobodys });
  }
  const { id: quoteId } = await world.ctx.db
    .insertInto('quotes')
    .values({
      dealId,
      token: `проба ${dealId}`,
      lines: '[]',
      monthlyMinor: 0,
      onceMinor: 0,
      currency: 'RUB',
      validUntil: '2026-04-01',
      madeAt: world.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: equipmentId } = await world.ctx.db
    .insertInto('dealEquipment')
    .values({
      dealId,
      kind: 'Роутер',
      serial: `проба ${dealId}`,
      basis: 'rented',
      handedAt: world.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { dealId, leadId, quoteId, equipmentId, buyer };
}

/** What workers do by night and by themselves is done: everybody has a risk, nothing waits. */
export async function settleJobs(world: World): Promise<void> {
  await scoreRisk.run(world.ctx, {});
  await world.runJobs();
}
