import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import { everyFact } from './known-facts.ts';
import type { Run } from './score-chunk.ts';

/** Keeps how far what was scored lies from what was learnt from; what goes round says nothing. */
export async function noteDrifts(ctx: Ctx, { versionId, scorer }: Run): Promise<void> {
  const scoredOn = today(ctx);
  const cyclic = new Set(everyFact().flatMap(({ key, isCyclic }) => (isCyclic ? [key] : [])));
  const told = scorer.drifts().filter(({ fact }) => !cyclic.has(fact));
  const drifts = told.map((one) => ({ ...one, versionId, scoredOn }));
  if (drifts.length === 0) return;
  await ctx.db
    .insertInto('riskDrifts')
    .values(drifts)
    .onConflict((on) =>
      on
        .columns(['versionId', 'scoredOn', 'fact'])
        .doUpdateSet((eb) => ({ psi: eb.ref('excluded.psi') })),
    )
    .execute();
}
