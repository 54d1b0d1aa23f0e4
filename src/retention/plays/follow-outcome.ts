import type { z } from 'zod';
import { type Ctx, staffIdOf, teamIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { recordConsent, refuseVeiled } from '../../subscribers/index.ts';
import type { playTasksApi } from '../api/play-tasks.ts';
import { openCase } from '../cases/open-case.ts';
import { giveOffer } from '../offers/give-offer.ts';
import { openReturningDeal } from '../winback/open-returning-deal.ts';
import { withRights } from '../../kernel/with-rights.ts';
import type { StoredTask } from './lock-task.ts';

type Input = z.output<(typeof playTasksApi)['POST /api/play-tasks/{id}/outcome']['input']>;
type Came = { resultId: number | null; costMinor?: number };

/** What an outcome brings with it, through whoever's work that is. */
export async function followOutcome(
  ctx: Ctx,
  row: StoredTask,
  input: Input,
): Promise<Result<Came>> {
  const { outcome, note } = input;
  const isBack = row.aim === 'win_back';
  if (outcome === 'taken') return give(ctx, row, input);
  if (outcome === 'leaves' && !isBack) {
    const opened = await openCase(ctx, {
      subscriberId: row.rootId,
      source: 'hand',
      words: note,
      heardAt: ctx.clock.now(),
      ownerStaffId: staffIdOf(ctx.actor),
      teamId: teamIdOf(ctx.actor),
    });
    return opened ? ok({ resultId: opened.id }) : fail('retention.has_left');
  }
  if (outcome === 'returns' && isBack) return openReturningDeal(ctx, row.rootId, note);
  if (outcome === 'leaves' || outcome === 'returns') return fail('retention.outcome_beside');
  return outcome === 'never' ? leaveInPeace(ctx, row) : ok({ resultId: null });
}

async function give(ctx: Ctx, row: StoredTask, input: Input): Promise<Result<Came>> {
  if (row.offerId === null) return fail('retention.outcome_beside');
  const veiled = await refuseVeiled(ctx, [row.rootId]);
  if (veiled) return veiled;
  const giving = { offerId: row.offerId, subscriberId: row.subscriberId, playTaskId: row.id };
  return giveOffer(ctx, giving, input);
}

/** How it was said that they want no offers. */
const said = { ru: 'Звонок', en: 'Call' } as const;

/** They want to hear no more offers from us, by whatever way. */
async function leaveInPeace(ctx: Ctx, { rootId, id }: StoredTask): Promise<Result<Came>> {
  const kept = await recordConsent(withRights(ctx, ['subscribers.edit']), {
    id: rootId,
    channel: 'any',
    purpose: 'advertising',
    isGranted: false,
    source: said[ctx.operator.language],
    proof: `play_task ${id}`,
  });
  return kept.ok ? ok({ resultId: kept.value.id }) : kept;
}
