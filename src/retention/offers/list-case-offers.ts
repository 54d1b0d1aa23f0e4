import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { refuseVeiled } from '../../subscribers/index.ts';
import type { offersApi } from '../api/offers.ts';
import { findCase } from '../cases/lock-case.ts';
import { offersOfCase } from './offers-of-case.ts';

type Input = { id: number; accountId?: number | undefined };
type Shown = z.input<(typeof offersApi)['GET /api/cases/{id}/offers']['output']>;

/** What may be offered to whoever wants to leave, the best first; or why nothing is. */
export async function listCaseOffers(ctx: Ctx, { id, accountId }: Input): Promise<Result<Shown>> {
  const found = await findCase(ctx, id);
  if (!found.ok) return found;
  const veiled = await refuseVeiled(ctx, [found.value.subscriberId]);
  if (veiled) return veiled;
  const { silence, offers } = await offersOfCase(ctx, id, accountId);
  return ok({ silence, offers, currency: ctx.operator.currency });
}
