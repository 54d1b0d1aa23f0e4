import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { startNorm } from '../../norms/index.ts';
import { recordConsent, refuseVeiled } from '../../subscribers/index.ts';
import type { playTasksApi } from '../api/play-tasks.ts';
import { openCase } from '../cases/open-case.ts';
import { costOf } from '../offers/cost-of.ts';
import { giveOffer, type Offered } from '../offers/give-offer.ts';
import { openReturningDeal } from '../winback/open-returning-deal.ts';
import { withRights } from '../with-rights.ts';
import { lockOpenTask, type StoredTask, writeTask } from './lock-task.ts';
import { monthlyOf } from './monthly-of.ts';
import { playNorm } from './norm.ts';
import { callableFrom, loadPlaySettings } from './settings.ts';

type Route = (typeof playTasksApi)['POST /api/play-tasks/{id}/outcome'];
type Input = z.output<Route['input']>;
type Came = { resultId: number | null; costMinor?: number };

/** Whom nobody reaches in so many tries is left in peace. */
const MOST_TRIES = 3;
const DAY_MS = 86_400_000;

/** Says what came of a contact, and does what follows from it, at once and once. */
export async function finishTask(
  ctx: Ctx,
  input: Input,
): Promise<Result<z.input<Route['output']>>> {
  const { id, version, outcome, note } = input;
  const locked = await lockOpenTask(ctx, id, version);
  if (!locked.ok) return locked;
  const row = locked.value;
  const settings = await loadPlaySettings(ctx);
  const nothing = { caseId: null, dealId: null };
  if (outcome === 'unreached' && row.tries + 1 < MOST_TRIES) {
    const tomorrow = new Date(ctx.clock.now().getTime() + DAY_MS);
    const startsAt = callableFrom(ctx, settings, tomorrow);
    const { dueAt, normSeconds, calendar } = await startNorm(ctx, playNorm.kind, startsAt);
    const terms = { startsAt, dueAt, normSeconds, calendarId: calendar.id };
    const set = { ...terms, tries: row.tries + 1, ...(note === '' ? {} : { note }) };
    const told = { type: 'retention.play_task_tried', note } as const;
    return ok({ id, version: await writeTask(ctx, row, set, told), ...nothing });
  }
  const came = await follow(ctx, row, input);
  if (!came.ok) return came;
  const { resultId, costMinor = 0 } = came.value;
  const set = {
    state: 'done',
    outcome,
    note,
    resultId,
    tries: row.tries + (outcome === 'unreached' ? 1 : 0),
    costMinor: settings.contactMinor + costMinor,
    doneAt: ctx.clock.now(),
    doneBy: staffIdOf(ctx.actor),
  };
  const told = { type: 'retention.play_task_done', facts: { outcome }, note } as const;
  const next = await writeTask(ctx, row, set, told);
  return ok({
    id,
    version: next,
    caseId: outcome === 'leaves' ? resultId : null,
    dealId: outcome === 'returns' ? resultId : null,
  });
}

/** What an outcome brings with it, through whoever's work that is. */
async function follow(ctx: Ctx, row: StoredTask, input: Input): Promise<Result<Came>> {
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
      teamId: 'teamId' in ctx.actor ? ctx.actor.teamId : null,
    });
    return ok({ resultId: opened.id });
  }
  if (outcome === 'returns' && isBack) return openReturningDeal(ctx, row.rootId, note);
  if (outcome === 'leaves' || outcome === 'returns') return fail('retention.outcome_beside');
  return outcome === 'never' ? leaveInPeace(ctx, row) : ok({ resultId: null });
}

async function give(ctx: Ctx, row: StoredTask, input: Input): Promise<Result<Came>> {
  if (row.offerId === null) return fail('retention.outcome_beside');
  const veiled = await refuseVeiled(ctx, [row.rootId]);
  if (veiled) return veiled;
  const offer = (await ctx.db
    .selectFrom('retentionOffers')
    .select(['name', 'kind', 'value', 'months'])
    .where('id', '=', row.offerId)
    .executeTakeFirstOrThrow()) as Offered;
  const given = await giveOffer(ctx, { subscriberId: row.rootId }, offer, input);
  if (!given.ok) return given;
  const costMinor = costOf(offer, await monthlyOf(ctx, row.rootId));
  return ok({ resultId: given.value.resultId, costMinor });
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
