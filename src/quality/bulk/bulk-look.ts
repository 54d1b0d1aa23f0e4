import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { scoreAudit } from '../audits/score-audit.ts';
import type { Sections } from '../audits/lock-audit.ts';
import type { Finding, ShopperKind, shopperChannels } from '../kinds.ts';

export type AuditLoad = {
  subject: string;
  ledBy: number;
  finishedAt: Date;
  /** What is found at a point, and the words of it. */
  findingOf: (point: string) => { answer: Finding; words: string };
  /** What is to be done about a point, where it is. */
  stepOf: (point: string) => {
    words: string;
    staffId: number;
    dueOn: string;
    doneAt: Date | null;
  } | null;
};
export type RoundLoad = {
  name: string;
  beginsOn: string;
  endsOn: string;
  madeBy: number;
  madeAt: Date;
  closedAt: Date | null;
  tasks: readonly {
    kind: ShopperKind;
    channel: (typeof shopperChannels)[number];
    script: string;
    shopper: string;
    dueOn: string;
    doneAt: Date | null;
    askedAt: Date | null;
    answeredIn: number | null;
    recommended: boolean | null;
    pitched: boolean | null;
    reasonAsked: boolean | null;
    words: string;
  }[];
};

/** Brings audits by the first checklist in their order, each after the one before it. */
export async function bulkAudit(ctx: Ctx, audits: readonly AuditLoad[]): Promise<void> {
  // quality_checklists_pkey, quality_checklist_versions_pkey (checklist_id, version)
  const { rows } = await sql<{ id: number; version: number; sections: Sections }>`
    select c.id, c.version, v.sections
    from   quality_checklists c
    join   quality_checklist_versions v on v.checklist_id = c.id and v.version = c.version
    order  by c.id limit 1`.execute(ctx.db);
  const [checklist] = rows;
  if (!checklist) return;
  const points = checklist.sections.flatMap((section) => section.points.map(({ key }) => key));
  let previousId: number | null = null;
  for (const { subject, ledBy, finishedAt, findingOf, stepOf } of audits) {
    const findings = points.map((point) => ({ point, ...findingOf(point) }));
    const audit: { id: number } = await ctx.db
      .insertInto('qualityAudits')
      .values({
        checklistId: checklist.id,
        checklistVersion: checklist.version,
        subject,
        previousId,
        ledBy,
        startedAt: finishedAt,
        finishedAt,
        score: scoreAudit(findings.map(({ answer }) => answer)),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const at = { auditId: audit.id };
    await ctx.db
      .insertInto('qualityFindings')
      .values(findings.map((finding) => ({ ...at, ...finding })))
      .execute();
    const steps = points.flatMap((point) => {
      const step = stepOf(point);
      return step ? [{ ...at, point, ...step, doneBy: step.doneAt && step.staffId }] : [];
    });
    if (steps.length > 0) await ctx.db.insertInto('qualityAuditSteps').values(steps).execute();
    previousId = audit.id;
  }
}

/** Brings mystery rounds with what shoppers met. */
export async function bulkRounds(ctx: Ctx, rounds: readonly RoundLoad[]): Promise<void> {
  for (const { tasks, ...round } of rounds) {
    const { id: roundId } = await ctx.db
      .insertInto('qualityRounds')
      .values(round)
      .returning('id')
      .executeTakeFirstOrThrow();
    const enteredBy = round.madeBy;
    await ctx.db
      .insertInto('qualityShopperTasks')
      .values(tasks.map((t) => ({ roundId, ...t, enteredBy: t.doneAt && enteredBy })))
      .execute();
  }
}
