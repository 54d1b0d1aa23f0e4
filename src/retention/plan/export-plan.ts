import { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { sheetFormats } from '../../kernel/sheets/formats.ts';
import type { Download } from '../../kernel/wiring.ts';
import type { planApi } from '../api/plan.ts';
import { chosenOf, makePlan } from './make-plan.ts';
import { planSheet } from './plan-sheet.ts';
import { tellChosen } from './tell-chosen.ts';

type Route = (typeof planApi)['GET /api/care-plan/export'];

/** Whom a plan chooses, as a table; the journal is told that it left. */
export async function exportPlan(
  ctx: Ctx,
  { format, ...asked }: z.output<Route['input']>,
): Promise<Result<Download>> {
  const permissions = ['retention.risk', 'retention.risk_export'];
  const chosen = chosenOf(await makePlan(ctx, asked, permissions));
  const people = await tellChosen(ctx, chosen);
  await emit(ctx, {
    type: 'retention.plan_exported',
    subject: { kind: 'list', id: 0 },
    facts: { format, rows: people.length },
  });
  const { contentType, write } = sheetFormats[format];
  const manners = { language: ctx.language, timeZone: ctx.operator.timeZone };
  const { heads, rows } = planSheet(people, ctx.language, ctx.operator.currency);
  const batches = async function* () {
    yield rows;
  };
  return ok({
    body: Readable.from(write(heads, batches(), manners), { objectMode: false }),
    contentType,
    fileName: `care-plan.${format}`,
  });
}
