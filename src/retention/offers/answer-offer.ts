import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { refuseVeiled } from '../../subscribers/index.ts';
import type { offersApi } from '../api/offers.ts';
import { lockOpenCase, type StoredCase } from '../cases/lock-case.ts';
import { writeCase } from '../cases/write-case.ts';
import { giveOffer } from './give-offer.ts';
import { offersOfCase } from './offers-of-case.ts';

type Input = z.output<(typeof offersApi)['POST /api/cases/{id}/offers/{offerId}']['input']>;

/** Keeps what they answered to an offer; one that is taken is given at once, and once. */
export async function answerOffer(
  ctx: Ctx,
  input: Input,
): Promise<Result<{ id: number; version: number }>> {
  const { id, version, offerId, answer } = input;
  const locked = await lockOpenCase(ctx, id, version);
  if (!locked.ok) return locked;
  const row = locked.value;
  const veiled = await refuseVeiled(ctx, [row.subscriberId]);
  if (veiled) return veiled;
  const { silence, offers } = await offersOfCase(ctx, id, input.accountId);
  if (silence !== null) return fail('retention.not_offered');
  const offer = offers.find((one) => one.offerId === offerId);
  if (!offer || offer.hindrance !== null) return fail('retention.not_offered');
  if (offer.answer !== null) return fail('retention.answered_already');
  const given = answer === 'taken' ? await give(ctx, row, input) : ok(null);
  if (!given.ok) return given;
  await ctx.db
    .insertInto('caseOffers')
    .values({
      caseId: id,
      offerId,
      answer,
      expectedMinor: offer.expectedMinor,
      leaveChance: offer.score,
      givenId: given.value?.id ?? null,
      saidAt: ctx.clock.now(),
      saidBy: staffIdOf(ctx.actor),
    })
    .execute();
  const spokenAt = row.spokenAt ?? ctx.clock.now();
  const type = answer === 'taken' ? 'retention.offer_taken' : 'retention.offer_refused';
  const facts = { offerId, offer: offer.name, kind: offer.kind };
  return ok({ id, version: await writeCase(ctx, row, { spokenAt }, { type, facts }) });
}

const give = (ctx: Ctx, { id: caseId, subscriberId }: StoredCase, input: Input) =>
  giveOffer(ctx, { offerId: input.offerId, subscriberId, caseId }, input);
