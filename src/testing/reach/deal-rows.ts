import type { Hand } from './rows.ts';

/** What one pair of hands sells. */
export type Selling = {
  dealId: number;
  /** The name that stands in the deal. */
  buyer: string;
};

const buyers: Record<Hand, string> = {
  mine: 'Мойкупец',
  mates: 'Товкупец',
  foreign: 'Чужкупец',
  nobodys: 'Ничкупец',
};

type Make = (route: string, input: object) => Promise<Record<string, number>>;

/** A deal of whoever's hands these are; nobody's is let go of by whoever opens it. */
export async function makeDeal(made: Make, hand: Hand, owned: object): Promise<Selling> {
  const buyer = buyers[hand];
  const { id: dealId = 0 } = await made('POST /api/deals', { name: buyer, ...owned });
  if (hand === 'nobodys') {
    const nobodys = { ownerStaffId: null, teamId: null };
    await made('PATCH /api/deals/{id}', { id: dealId, version: 1, ...nobodys });
  }
  return { dealId, buyer };
}
