import type { Ctx } from '../../kernel/context.ts';
import { addressText, isVeiled } from '../../subscribers/index.ts';
import type { Guided } from './lock-guided.ts';

type Place = { text: string; buildingId: number | null; flat: string };

/** Where the person lives; hidden while the one on the line was not verified. */
export async function placeOf(ctx: Ctx, row: Guided): Promise<Place> {
  if (await isVeiled(ctx, row.subscriberId)) return { text: '', buildingId: null, flat: '' };
  const { buildingId, address, flat, place } = row;
  const text = place ? addressText(place, ctx.language) : address;
  return { text, buildingId, flat };
}
