import { sql } from 'kysely';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { copyRows } from '../../kernel/db/copy.ts';
import type { Body } from './body.ts';
import { lookAhead } from './hazard.ts';
import { everyFact } from './known-facts.ts';
import { momentNow } from './moments.ts';
import { monthlyMargins } from './monthly-margins.ts';
import { readFacts } from './read-facts.ts';
import { turnToScore } from './score-alone.ts';
import type { Scorer } from './scorer.ts';
import { monthlyDiscount, type RiskSettings } from './settings.ts';

const columns = `id version_id scored_at chance_30 chance_60 chance_90 lifetime_months
  margin_minor value_minor reason_group reasons sides numbers`.split(/\s+/);

/** A scoring of the whole base, by one version. */
export type Run = {
  versionId: number;
  at: Date;
  body: Body;
  scorer: Scorer;
  settings: RiskSettings;
};

/**
 * Scores some of the base anew, in the caller's transaction; what a later scoring has written there
 * stands.
 * @returns false where another version is in force by now: its own scoring follows
 */
export async function scoreChunk(
  ctx: BulkCtx,
  { versionId, at, body, scorer, settings }: Run,
  between: readonly [number, number],
): Promise<boolean> {
  const turn = await turnToScore(ctx, { versionId, at }, between);
  if (turn !== 'ours') return turn === 'later_did';
  const { ids, columns: found } = await readFacts(ctx, momentNow(ctx), { between });
  const margins = await monthlyMargins(ctx, settings);
  const keys = everyFact().map(({ key }) => key);
  const scored = scorer.score({ keys, columns: found });
  const worth = { months: settings.valueMonths, discount: monthlyDiscount(settings) };
  await sql`
    delete from risk_scores
    where id > ${between[0]} and id <= ${between[1]}`.execute(ctx.db);
  const rows = Array.from(ids, (id, row) => {
    const ahead = lookAhead(body.hazard, scored.margins[row] ?? 0, worth);
    const reasons = scored.reasonsOf(row);
    const margin = margins.get(id) ?? 0;
    return [
      id,
      versionId,
      at,
      ahead.chance30,
      ahead.chance60,
      ahead.chance90,
      ahead.lifetimeMonths,
      margin,
      Math.round(margin * ahead.worth),
      reasons[0]?.group ?? null,
      arrayOf(reasons.map(({ key }) => key)),
      arrayOf(reasons.map(({ side }) => side)),
      arrayOf(reasons.map(({ number }) => number)),
    ];
  });
  await copyRows(ctx.client, 'risk_scores', columns, rows);
  return true;
}

/** An array as COPY reads it; keys and numbers need no quotes. */
const arrayOf = (values: readonly (string | number)[]): string => `{${values.join(',')}}`;
