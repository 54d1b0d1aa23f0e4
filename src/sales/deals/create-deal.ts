import type { z } from 'zod';
import { type Ctx, staffIdOf, teamIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { dealsApi } from '../api/deals.ts';
import { withOwnerOf } from '../entry/choose-owner.ts';
import { setTasks } from '../entry/set-tasks.ts';
import { checkFields } from './check-fields.ts';
import { dueIn, findFirstStage, findStage, missingFor, type Stage } from './enter-stage.ts';
import { beginStays } from './keep-stays.ts';
import { indexDeals } from './index-deals.ts';
import { blank, overlaid, type Values } from './values.ts';

type Input = z.output<(typeof dealsApi)['POST /api/deals']['input']>;

/** Opens a deal; one that would be nobody's and of no team is whoever's opens it. */
export async function createDeal(
  ctx: Ctx,
  { pipelineId, stageId, ...input }: Input,
): Promise<Result<{ id: number }>> {
  const stage =
    stageId === undefined ? await findFirstStage(ctx, pipelineId) : await findStage(ctx, stageId);
  if (!stage) return fail(stageId === undefined ? 'sales.no_such_pipeline' : 'sales.no_such_stage');
  const checked = await checkFields(ctx, input);
  if (!checked.ok) return checked;
  return openDealIn(ctx, stage, checked.value);
}

type Given = Partial<Values> & { name: string };

/** Writes the row of a deal whose fields were looked at, and tells the journal. */
export async function openDealIn(
  ctx: Ctx,
  stage: Stage,
  given: Given & { conversationId?: number | null; keepsOwner?: boolean },
): Promise<Result<{ id: number }>> {
  const { conversationId = null, keepsOwner = false, ...fields } = given;
  const now = ctx.clock.now();
  const place = { pipelineId: stage.pipelineId, stageId: stage.id };
  const wanted: Values = overlaid({ ...blank, ...place, name: given.name }, fields);
  const values = keepsOwner ? wanted : await withOwnerOf(ctx, stage, wanted);
  if (values.ownerStaffId === null && values.teamId === null) {
    values.ownerStaffId = staffIdOf(ctx.actor);
    values.teamId = teamIdOf(ctx.actor);
  }
  const missing = missingFor(stage, values);
  if (missing) return missing;
  const { id } = await ctx.db
    .insertInto('deals')
    .values({
      ...values,
      conversationId,
      currency: ctx.operator.currency,
      enteredStageAt: now,
      dueAt: await dueIn(ctx, stage, now),
      openedAt: now,
      createdBy: staffIdOf(ctx.actor),
      createdAt: now,
      updatedAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await beginStays(ctx, [id], stage.id);
  await indexDeals(ctx, [id]);
  const { name, sourceId, campaign, ownerStaffId, teamId, monthlyMinor, onceMinor } = values;
  await emit(ctx, {
    type: 'sales.deal_opened',
    subject: { kind: 'deal', id },
    subscriberId: values.subscriberId,
    facts: {
      number: id,
      ...place,
      stage: stage.name,
      sourceId,
      campaign,
      ownerStaffId,
      teamId,
      monthlyMinor,
      onceMinor,
      ...(conversationId === null ? {} : { conversationId }),
    },
    personal: { name },
  });
  await setTasks(ctx, { id, stageId: stage.id, subscriberId: values.subscriberId }, stage);
  return ok({ id });
}
