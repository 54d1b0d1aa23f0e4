import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, reachOf } from '../../kernel/context.ts';
import { failureText, textsIn } from '../../kernel/i18n/texts.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { refuseVeiled, today } from '../../subscribers/index.ts';
import type { exitsApi } from '../api/exits.ts';
import { findCase } from '../cases/lock-case.ts';
import { accountsOfCase } from './accounts-of-case.ts';

type Input = { id: number; endsOn?: string | undefined };
type Shown = z.input<(typeof exitsApi)['GET /api/cases/{id}/exit']['output']>;

/** What leaving costs and gives back, honestly, before anybody decides; and how far it has come. */
export async function showExit(ctx: Ctx, { id, endsOn }: Input): Promise<Result<Shown>> {
  const found = await findCase(ctx, id);
  if (!found.ok) return found;
  const veiled = await refuseVeiled(ctx, [found.value.subscriberId]);
  if (veiled) return veiled;
  const exit = await exitOf(ctx, id);
  return ok({
    today: today(ctx),
    currency: ctx.operator.currency,
    accounts: await accountsOfCase(ctx, id, endsOn ?? today(ctx)),
    exit,
    equipment: await equipmentOf(ctx, id, exit !== null),
    notices: await noticesOf(ctx, id),
    mayWaive: reachOf(ctx.actor, 'billing.adjust') !== null,
  });
}

async function exitOf(ctx: Ctx, id: number): Promise<Shown['exit']> {
  // case_exits_pkey, exit_accounts_pkey
  const { rows } = await sql<NonNullable<Shown['exit']>>`
    select x.number, x.applied_on, x.ends_on, x.leaving_fee, x.words,
           coalesce(x.taken_minor, x.fee_minor) as fee_minor, x.balance_minor, x.final_minor, (
             select coalesce(jsonb_agg(jsonb_build_object(
                      'id', a.id, 'number', a.number, 'endsOn', e.ends_on) order by a.id), '[]')
             from   exit_accounts e join accounts a on a.id = e.account_id
             where  e.case_id = x.case_id) as accounts,
           x.currency, s.name as accepted_by, x.closed_at, x.failure
    from   case_exits x left join staff s on s.id = x.accepted_by
    where  x.case_id = ${id}`.execute(ctx.db);
  const [exit] = rows;
  if (!exit) return null;
  const { failure } = exit;
  return { ...exit, failure: failure && failureText(textsIn(ctx.language), failure) };
}

/** What is to be given back; before an exit, what a connection handed over on hire and is out. */
async function equipmentOf(ctx: Ctx, id: number, isAccepted: boolean): Promise<Shown['equipment']> {
  const { rows } = isAccepted
    ? // exit_equipment_case (case_id, id)
      await sql<Shown['equipment'][number]>`
        select id, name, serial, returned_on from exit_equipment
        where  case_id = ${id} order by id`.execute(ctx.db)
    : // subscribers_root, deals_subscriber, deal_equipment_deal
      await sql<Shown['equipment'][number]>`
        select e.id, e.kind as name, e.serial, null as returned_on
        from   retention_cases c
        join   subscribers s on s.id = c.subscriber_id
        join   subscribers m on m.root_id = s.root_id
        join   deals d on d.subscriber_id = m.id
        join   deal_equipment e on e.deal_id = d.id
        where  c.id = ${id} and e.basis = 'rented' and e.returned_at is null
        order  by e.id limit 50`.execute(ctx.db);
  return rows;
}

async function noticesOf(ctx: Ctx, id: number): Promise<Shown['notices']> {
  // port_notices_case (case_id, id)
  const { rows } = await sql<Shown['notices'][number]>`
    select n.id, n.number, n.operator, n.came_at, n.due_at, n.decision, n.ground, n.decided_at,
           n.called_off_at, a.number as account
    from   port_notices n left join accounts a on a.id = n.account_id
    where  n.case_id = ${id} order by n.id desc limit 50`.execute(ctx.db);
  return rows;
}
