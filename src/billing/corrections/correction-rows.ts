import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, reachOf, staffIdOf } from '../../kernel/context.ts';
import { isWithinReach } from '../../kernel/db/visible-to.ts';
import { isUnderVeil, veiledNow } from '../../kernel/veil.ts';
import type { Correction } from '../api/shapes.ts';
import { holderJoins, reachesAccount } from '../reach.ts';
import { hindranceOf, type Limits, ownLimits } from './limits.ts';

type Shown = z.input<typeof Correction>;
type Row = Omit<Shown, 'may' | 'hindrance'> & {
  proposedById: number | null;
  proposerTeamId: number | null;
  ownerStaffId: number | null;
  ownerTeamId: number | null;
  isTakenBack: boolean;
};

/**
 * Corrections of accounts that the asker may see now, each with what they may do with it now.
 * @param rest conditions on `corrections c`, then order and limit
 */
export async function readCorrections(ctx: Ctx, rest: RawBuilder<unknown>): Promise<Shown[]> {
  // Primary keys; corrections_reversal (reverses_id)
  const veiled = await veiledNow(ctx);
  const { rows } = await sql<Row>`
    select c.id, c.account_id, a.number as account, a.currency, r.id as subscriber_id,
           r.display_name as subscriber_name, c.kind, c.amount_minor, q.name as reason, c.words,
           case when p.id is not null then jsonb_build_object(
             'id', p.id, 'on', t.occurred_on, 'kind', t.kind, 'amountMinor', p.amount_minor) end
             as line,
           c.from_on, c.to_on, c.reverses_id,
           case when c.origin_id is not null
                then jsonb_build_object('kind', c.origin_kind, 'id', c.origin_id) end as origin,
           c.state, w.name as proposed_by, c.proposed_at, d.name as decided_by, c.decided_at,
           c.refusal, c.proposed_by as proposed_by_id, c.team_id as proposer_team_id,
           r.owner_staff_id, r.team_id as owner_team_id,
           exists (select from corrections x
                   where  x.reverses_id = c.id and x.state in ('proposed', 'posted'))
             as is_taken_back
    from   corrections c
    join   accounts a on a.id = c.account_id ${holderJoins}
    join   correction_reasons q on q.id = c.reason_id
    left   join staff w on w.id = c.proposed_by
    left   join staff d on d.id = c.decided_by
    left   join ledger_postings p on p.id = c.line_id
    left   join ledger_transactions t on t.id = p.transaction_id
    where  ${reachesAccount(ctx, 'billing.view')} and not ${isUnderVeil(veiled, sql`r.id`)}
    and    ${rest}`.execute(ctx.db);
  if (rows.length === 0) return [];
  const limits = await ownLimits(ctx);
  return rows.map((row) => shown(ctx, limits, row));
}

function shown(ctx: Ctx, limits: Limits, row: Row): Shown {
  const { proposedById, proposerTeamId, ownerStaffId, ownerTeamId, isTakenBack, ...rest } = row;
  const isProposed = row.state === 'proposed';
  const proposer = { ownerStaffId: proposedById, teamId: proposerTeamId };
  const isOfferedToDecide =
    isProposed && isWithinReach(ctx.actor, 'billing.approve_correction', proposer);
  const hindrance = isOfferedToDecide ? hindranceOf(ctx, limits, row) : null;
  const holder = { ownerStaffId, teamId: ownerTeamId };
  return {
    ...rest,
    may: {
      decide: isOfferedToDecide && hindrance === null,
      withdraw:
        isProposed &&
        proposedById !== null &&
        proposedById === staffIdOf(ctx.actor) &&
        reachOf(ctx.actor, 'billing.propose_correction') !== null,
      reverse:
        row.state === 'posted' &&
        row.kind !== 'reversal' &&
        !isTakenBack &&
        isWithinReach(ctx.actor, 'billing.propose_correction', holder),
    },
    hindrance,
  };
}
