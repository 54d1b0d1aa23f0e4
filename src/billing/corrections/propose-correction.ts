import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import type { correctionsApi } from '../api/corrections.ts';
import { lockAccount } from '../find-account.ts';
import { correctionOrigins } from '../slots.ts';
import { countPeriod } from './count-period.ts';
import { findAbout } from './find-about.ts';
import { insertCorrection, refuseReason } from './insert-correction.ts';
import { keepMonths } from './keep-months.ts';
import { refuseAmount } from './refuse-amount.ts';
import { tellStep } from './step.ts';

type Input = z.output<(typeof correctionsApi)['POST /api/accounts/{id}/corrections']['input']>;

/** Proposes a correction of an account. No money moves until somebody else has approved it. */
export async function proposeCorrection(ctx: Ctx, input: Input): Promise<Result<{ id: number }>> {
  const { id: accountId, kind, amountMinor, reasonId, words, origin } = input;
  const locked = await lockAccount(ctx, accountId);
  if (!locked.ok) return locked;
  const { number: account, currency, subscriberId } = locked.value;
  const about = await findAbout(ctx, accountId, input);
  if (!about.ok) return about;
  const refusal =
    refuseAmount(input, about.value) ??
    (await refuseReason(ctx, reasonId)) ??
    (await refuseOrigin(ctx, origin, { subscriberId }));
  if (refusal) return refusal;
  const { line, period } = about.value;
  const parts = period ? await countPeriod(ctx, accountId, period) : [];
  const pointer = { originKind: origin?.kind ?? null, originId: origin?.id ?? null };
  const id = await insertCorrection(ctx, {
    accountId,
    kind,
    amountMinor,
    reasonId,
    words,
    lineId: line?.id ?? null,
    fromOn: period?.fromOn ?? null,
    toOn: period?.toOn ?? null,
    ...pointer,
  });
  if (period) await keepMonths(ctx, id, parts);
  const told = { id, kind, amountMinor, currency, account, subscriberId, ...pointer };
  await tellStep(ctx, 'proposed', told, words);
  return ok({ id });
}

async function refuseOrigin(
  ctx: Ctx,
  origin: Input['origin'],
  holder: { subscriberId: number },
): Promise<Fail | null> {
  if (!origin) return null;
  const known = correctionOrigins.fills.find(({ piece }) => piece.kind === origin.kind);
  return known ? known.piece.refuses(ctx, origin.id, holder) : fail('billing.no_such_origin');
}
