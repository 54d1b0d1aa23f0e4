import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { isVeiledOf, veiledNow } from '../../kernel/veil.ts';
import { type KeptReasons, sayReasons } from '../risk/say-reasons.ts';
import type { chosenOf } from './make-plan.ts';
import type { PersonOption } from './options-of.ts';

export type Told = {
  id: number;
  name: string;
  action: PersonOption['action'];
  reasons: string;
  leaveChance: number;
  valueMinor: number;
  expectedMinor: number;
  costMinor: number;
};

/** Those chosen in words: of whom a veil lies over neither name nor reasons are told. */
export async function tellChosen(ctx: Ctx, chosen: ReturnType<typeof chosenOf>): Promise<Told[]> {
  const ids = chosen.map(({ id }) => id);
  // risk_scores_pkey
  const { rows } = await sql<KeptReasons & { id: number }>`
    select id, reasons, sides, numbers from risk_scores
    where  id = any(${ids}::bigint[])`.execute(ctx.db);
  const kept = new Map(rows.map((row) => [row.id, row]));
  const veiled = await veiledNow(ctx);
  return chosen.map(({ id, name, leaveChance, valueMinor, option }) => {
    const isHidden = isVeiledOf(veiled, id);
    const own = isHidden ? undefined : kept.get(id);
    return {
      id,
      name: isHidden ? '' : name,
      action: option.action,
      reasons: own ? sayReasons(own, ctx.language, ctx.operator.currency).join('; ') : '',
      leaveChance,
      valueMinor,
      expectedMinor: Math.round(option.gainMinor),
      costMinor: Math.round(option.costMinor),
    };
  });
}
