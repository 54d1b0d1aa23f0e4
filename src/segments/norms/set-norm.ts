import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { normKinds } from '../../norms/index.ts';
import { lockRow } from '../segment-rows.ts';

type Input = { id: number; kind: string; targetSeconds: number | null };

/** Promises those of a segment something sooner than everybody, or no sooner any more. */
export async function setNorm(ctx: Ctx, { id, kind, targetSeconds }: Input): Promise<Result<Done>> {
  const row = await lockRow(ctx, id);
  if (!row || row.archivedAt) return fail('segments.not_found');
  const isKnown = normKinds.fills.some(({ piece }) => piece.kind === kind && piece.isPersonal);
  if (!isKnown) return fail('segments.no_such_norm');
  await (targetSeconds === null
    ? ctx.db
        .deleteFrom('segmentNorms')
        .where('kind', '=', kind)
        .where('segmentId', '=', id)
        .execute()
    : ctx.db
        .insertInto('segmentNorms')
        .values({ kind, segmentId: id, targetSeconds })
        .onConflict((on) => on.columns(['kind', 'segmentId']).doUpdateSet({ targetSeconds }))
        .execute());
  const subject = { kind: 'segment', id };
  await emit(ctx, { type: 'segments.norm_set', subject, facts: { norm: kind, targetSeconds } });
  return ok({});
}
