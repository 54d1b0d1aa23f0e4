import { sql } from 'kysely';
import type { z } from 'zod';
import type { CardPart } from '../../subscribers/index.ts';
import type { RiskPart } from '../api/risk.ts';
import { reachesRisk } from '../reach.ts';
import { type KeptReasons, sayReasons } from './say-reasons.ts';

type Row = Omit<z.input<typeof RiskPart>, 'reasons' | 'currency'> & KeptReasons;

/** How likely they are to leave and why, for whoever may see risks. */
export const riskPart: CardPart = {
  key: 'risk',
  load: async (ctx, ids): Promise<z.input<typeof RiskPart> | null> => {
    const { rows } = await sql<Row>`
      select r.chance_30::float8 as "chance30", r.chance_60::float8 as "chance60",
             r.chance_90::float8 as "chance90", r.lifetime_months, r.value_minor, r.reasons,
             r.sides, r.numbers, r.scored_at, v.kind = 'scorecard' as is_by_rules,
             coalesce(v.quality ->> 'chosen' = 'trees', false) as is_by_trees
      from   risk_scores r
      join   risk_versions v on v.id = r.version_id
      join   subscribers s on s.id = r.id
      where  r.id = ${ids[0] ?? 0} and ${reachesRisk(ctx)}`.execute(ctx.db);
    const [row] = rows;
    if (!row) return null;
    const { currency } = ctx.operator;
    const { reasons, sides, numbers, ...rest } = row;
    const said = sayReasons({ reasons, sides, numbers }, ctx.language, currency);
    return { ...rest, currency, reasons: said };
  },
};
