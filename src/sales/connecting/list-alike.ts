import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { likelyDuplicates } from '../../subscribers/index.ts';
import type { connectingApi } from '../api/connecting.ts';
import { findDeal } from '../deals/lock-deal.ts';
import type { Stored } from '../deals/values.ts';

type Api = (typeof connectingApi)['GET /api/deals/{id}/alike'];

/** Subscribers who may be whoever buys: a person chooses before the deal is connected. */
export async function listAlike(
  ctx: Ctx,
  { id }: { id: number },
): Promise<Result<z.input<Api['output']>>> {
  const found = await findDeal(ctx, id);
  if (!found.ok) return found;
  const { value: deal } = found;
  if (deal.subscriberId !== null) return ok({ alike: [] });
  const alike = await likelyDuplicates(ctx, newcomerOf(deal));
  return ok({ alike: alike.map((one) => ({ id: one.id, name: one.displayName })) });
}

/** Whoever buys, as a newcomer to the base. */
export function newcomerOf({ name, phone, email }: Stored) {
  const contacts = [
    ...(phone === '' ? [] : [{ kind: 'phone' as const, value: phone, label: '' }]),
    ...(email === '' ? [] : [{ kind: 'email' as const, value: email, label: '' }]),
  ];
  return { displayName: name, contacts, documents: [], addresses: [] };
}
