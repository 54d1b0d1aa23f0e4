import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import type { auditsApi } from '../api/audits.ts';
import type { Sections } from './lock-audit.ts';

type Input = z.output<(typeof auditsApi)['POST /api/quality-checklists']['input']>;

/** Told at the field of the name: another checklist has it. */
export const checklistTaken = (): Fail =>
  fail('quality.checklist_taken', {}, { name: 'quality.checklist_taken' });

/** A point that stands twice could be answered in two ways. */
export function refuseSections(sections: Sections): Fail | undefined {
  const keys = sections.flatMap(({ points }) => points.map(({ key }) => key));
  return new Set(keys).size < keys.length ? fail('quality.point_twice') : undefined;
}

/** Adds a checklist in its first version. */
export async function addChecklist(
  ctx: Ctx,
  { name, sections }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const refused = refuseSections(sections);
  if (refused) return refused;
  const made = await insertChecklist(ctx, { name, sections });
  if (!made) return checklistTaken();
  const subject = { kind: 'quality_checklist', id: made.id };
  await emit(ctx, { type: 'quality.checklist_added', subject, facts: { checklist: name } });
  return ok(made);
}

/** @returns nothing where one of the same name is here already */
export async function insertChecklist(ctx: Ctx, { name, sections }: Input) {
  const made = await ctx.db
    .insertInto('qualityChecklists')
    .values({ name })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (made) await keepChecklist(ctx, made, sections);
  return made;
}

export async function keepChecklist(
  ctx: Ctx,
  { id: checklistId, version }: { id: number; version: number },
  sections: Sections,
): Promise<void> {
  await ctx.db
    .insertInto('qualityChecklistVersions')
    .values({
      checklistId,
      version,
      sections: JSON.stringify(sections),
      madeBy: staffIdOf(ctx.actor),
      madeAt: ctx.clock.now(),
    })
    .execute();
}
