import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** Of whom extras are withheld: a list or a play by its own key. */
export type Trial = {
  /** As `list:17` or `play:5`: each draws anew, so that nobody is always the unlucky one. */
  key: string;
  /** Of a hundred so many; none: as the operator has said. */
  holdPercent?: number;
};

/**
 * Draws are a number from 0 to 1 by a hash, so that the same comes for the same subscriber whoever
 * asks and when, a larger share holds all of a smaller one, and nothing about a person decides. It
 * is the hash of a secret of the operator, for whoever could tell by a subscriber's number that
 * they are held out might treat them otherwise, and then it is not chance that divides; of the
 * trial's key, so that trials are independent; and of the id, which never changes.
 */
const drawOf = (id: RawBuilder<unknown>, key: string): RawBuilder<number> => sql<number>`
  (('x' || encode(substr(sha256(trial.salt || convert_to(${key} || ':' || (${id})::text, 'UTF8')),
     1, 4), 'hex'))::bit(32)::bigint / 4294967296.0)`;

const controlShare = sql`trial.control_per_mille / 1000.0`;

/** Whoever was drawn stays so with whomever they are merged: else a merge would end it. */
const isDrawn = (
  id: RawBuilder<unknown>,
  key: string,
  share: RawBuilder<unknown>,
): RawBuilder<boolean> => sql<boolean>`
  (${drawOf(id, key)} < ${share} or exists (
     -- subscribers_root (root_id)
     select from subscribers joined
     where  joined.root_id = ${id} and joined.merged_into_id is not null
     and    ${drawOf(sql`joined.id`, key)} < ${share}))`;

/**
 * Whether a subscriber belongs to the permanent control of the whole base, who are never given
 * extras. What everybody has a right to asks nothing of this: an answer, a repair, a deferral that
 * they ask for, the save desk, points.
 * @param id of a root, as SQL
 */
export const isControl = (id: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`
  (select ${isDrawn(id, 'control', controlShare)} from trial_settings trial)`;

/**
 * Whether extras of this trial are withheld from a subscriber: they are of the control, or chance
 * holds them out of this very list.
 * @param id of a root, as SQL
 */
export function isHeldOutOf(id: RawBuilder<unknown>, trial: Trial): RawBuilder<boolean> {
  return sql<boolean>`
    (select ${isDrawn(id, 'control', controlShare)} or ${isDrawn(id, trial.key, shareOf(trial))}
     from   trial_settings trial)`;
}

const shareOf = ({ holdPercent }: Trial): RawBuilder<number> =>
  sql<number>`${holdPercent ?? sql`trial.hold_percent`}::numeric / 100`;

/**
 * As many as a trial would hold out, but others: where what would be done is only looked at, for
 * whoever saw who is missing would know whom to treat otherwise.
 */
export const isLikeHeldOut = (
  id: RawBuilder<unknown>,
  trial: Trial,
): RawBuilder<boolean> => sql<boolean>`
  (select ${drawOf(id, `like ${trial.key}`)}
            < ${controlShare} + (1 - ${controlShare}) * ${shareOf(trial)}
   from   trial_settings trial)`;

/** The same of one subscriber. Agents are not told: it must not change how they speak. */
export async function isHeldOut(ctx: Ctx, subscriberId: number, trial: Trial): Promise<boolean> {
  // subscribers_pkey
  const { rows } = await sql<{ isHeld: boolean }>`
    select ${isHeldOutOf(sql`s.root_id`, trial)} as is_held
    from   subscribers s where s.id = ${subscriberId}`.execute(ctx.db);
  return rows[0]?.isHeld ?? false;
}
