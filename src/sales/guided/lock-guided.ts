import { type RawBuilder, sql } from 'kysely';
import type { Technology } from '../../catalog/api.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { addressText } from '../../subscribers/index.ts';
import { reaches } from '../reach.ts';
import type { Step } from '../scripts/steps.ts';
import type { GuidedState, Payment } from './outcomes.ts';
import type { TariffChoice } from './tariff-choice.ts';
import type { Answers } from './walk.ts';

/** A guided sale's row with what it walks through, and the deal that it is about. */
export type Guided = {
  id: number;
  version: number;
  state: GuidedState;
  steps: Step[];
  path: string[];
  answers: Answers;
  technology: Technology | null;
  lineKbps: number | null;
  metres: number | null;
  taken: TariffChoice | null;
  payment: Payment | null;
  paymentParts: number | null;
  connectionMinor: number | null;
  alternativesAskedAt: Date | null;
  scriptName: string;
  scriptNumber: number;
  dealId: number;
  dealName: string;
  dealVersion: number;
  conversationId: number | null;
  subscriberId: number | null;
  buildingId: number | null;
  address: string;
  flat: string;
  place: Parameters<typeof addressText>[0] | null;
  currency: string;
};

const columns = sql`g.id, g.version, g.state, v.steps, g.path, g.answers, g.technology, g.line_kbps,
  g.metres, g.taken, g.payment, g.payment_parts, g.connection_minor, g.alternatives_asked_at,
  s.name as script_name, v.number as script_number, d.id as deal_id, d.name as deal_name,
  d.version as deal_version, d.conversation_id, d.subscriber_id, d.building_id, d.currency,
  d.address, d.flat, case when h.id is not null then jsonb_build_object(
    'city', t.city, 'streetKind', t.kind, 'street', t.name, 'building', h.number,
    'flat', nullif(d.flat, ''), 'rawText', d.address) end as place`;

async function load(ctx: Ctx, id: number, lock: RawBuilder<unknown>): Promise<Guided | undefined> {
  // Primary keys.
  const { rows } = await sql<Guided>`
    select ${columns}
    from   guided_sales g
    join   deals d on d.id = g.deal_id
    join   sale_script_versions v on v.id = g.script_version_id
    join   sale_scripts s on s.id = v.script_id
    left   join buildings h on h.id = d.building_id
    left   join streets t on t.id = h.street_id
    where  g.id = ${id} and ${reaches(ctx, 'sales.work')} ${lock}`.execute(ctx.db);
  return rows[0];
}

/** A guided sale of somebody who reaches its deal. */
export async function findGuided(ctx: Ctx, id: number): Promise<Result<Guided>> {
  const found = await load(ctx, id, sql``);
  return found ? ok(found) : fail('sales.guided_not_found');
}

/**
 * The same, locked for a write while it goes on.
 * @param version what the writer has seen; a change since then is a failure, never overwritten
 */
export async function lockGuided(ctx: Ctx, id: number, version: number): Promise<Result<Guided>> {
  const row = await load(ctx, id, sql`for update of g`);
  if (!row) return fail('sales.guided_not_found');
  if (row.state !== 'open') return fail('sales.guided_over');
  return row.version === version ? ok(row) : fail('sales.guided_changed');
}
