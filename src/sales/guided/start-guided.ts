import { sql } from 'kysely';
import { lockMine } from '../../conversations/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { understandAddress } from '../../subscribers/index.ts';
import { openDealIn } from '../deals/create-deal.ts';
import { dealOfConversation } from '../deals/deal-of-conversation.ts';
import { checkFields } from '../deals/check-fields.ts';
import { findFirstStage } from '../deals/enter-stage.ts';
import { chooseVersion } from '../experiments/choose-version.ts';
import { reaches } from '../reach.ts';
import { tell } from './write-guided.ts';

type Input = {
  dealId?: number | undefined;
  conversationId?: number | undefined;
  name?: string | undefined;
  phone?: string | undefined;
  address?: string | undefined;
};

/**
 * Begins to sell by the script: to somebody of a deal, of a conversation, or to whoever has just
 * been named. Where one is under way it goes on, whoever began it.
 */
export async function startGuided(ctx: Ctx, input: Input): Promise<Result<{ id: number }>> {
  const deal = await dealFor(ctx, input);
  if (!deal.ok) return deal;
  const { id: dealId, subscriberId } = deal.value;
  const under = await ctx.db
    .selectFrom('guidedSales')
    .select('id')
    .where('dealId', '=', dealId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (under) return ok(under);
  const script = await chooseVersion(ctx, dealId);
  if (!script) return fail('sales.no_script');
  const [first] = script.steps;
  if (!first) throw new Error('a script has steps');
  const made = await ctx.db
    .insertInto('guidedSales')
    .values({
      dealId,
      scriptVersionId: script.versionId,
      experimentId: script.experimentId,
      path: [first.key],
      startedAt: ctx.clock.now(),
      startedBy: staffIdOf(ctx.actor),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { name, number } = script;
  await tell(ctx, { id: made.id, dealId, subscriberId }, 'guided_started', {
    script: name,
    number,
  });
  return ok(made);
}

type Subject = { id: number; subscriberId: number | null };

async function dealFor(ctx: Ctx, input: Input): Promise<Result<Subject>> {
  if (input.dealId !== undefined) return lockOpenDeal(ctx, input.dealId);
  if (input.conversationId !== undefined) return dealFromTalk(ctx, input.conversationId);
  const { name = '', phone = '', address = '' } = input;
  return newDeal(ctx, { name, phone, address });
}

async function lockOpenDeal(ctx: Ctx, id: number): Promise<Result<Subject>> {
  // deals_pkey
  const { rows } = await sql<Subject & { state: string }>`
    select d.id, d.subscriber_id, d.state from deals d
    where  d.id = ${id} and ${reaches(ctx, 'sales.work')} for update of d`.execute(ctx.db);
  const [deal] = rows;
  if (!deal) return fail('sales.deal_not_found');
  return deal.state === 'open' ? ok(deal) : fail('sales.deal_closed');
}

/** The open deal that a conversation brought, else a new one for whoever it is with. */
async function dealFromTalk(ctx: Ctx, conversationId: number): Promise<Result<Subject>> {
  const locked = await lockMine(ctx, conversationId);
  if (!locked.ok) return locked;
  const known = await dealOfConversation(ctx, locked.value.id);
  if (!known.ok) return known;
  if (known.value) return lockOpenDeal(ctx, known.value.id);
  const { rows } = await sql<{ name: string; phone: string; address: string }>`
    select coalesce(nullif(r.display_name, ''), c.contact_draft ->> 'name', '') as name,
           coalesce(c.contact_draft ->> 'phone', '') as phone,
           coalesce(c.contact_draft ->> 'address', '') as address
    from   conversations c
    left   join subscribers s on s.id = c.subscriber_id
    left   join subscribers r on r.id = s.root_id
    where  c.id = ${locked.value.id}`.execute(ctx.db);
  const [who] = rows;
  if (!who) throw new Error('a locked conversation is there');
  const name = who.name || who.phone || `№ ${locked.value.number}`;
  const { subscriberId, id } = locked.value;
  return newDeal(ctx, { ...who, name, subscriberId }, id);
}

async function newDeal(
  ctx: Ctx,
  given: { name: string; phone: string; address: string; subscriberId?: number | null },
  conversationId: number | null = null,
): Promise<Result<Subject>> {
  const stage = await findFirstStage(ctx);
  if (!stage) return fail('sales.no_such_pipeline');
  const place = given.address === '' ? null : await understandAddress(ctx, given.address);
  const known = place?.buildingId ? { buildingId: place.buildingId, flat: place.flat ?? '' } : {};
  const checked = await checkFields(ctx, { ...given, ...known });
  if (!checked.ok) return checked;
  const ownerStaffId = staffIdOf(ctx.actor);
  const teamId = 'teamId' in ctx.actor ? ctx.actor.teamId : null;
  // Whoever has begun goes on, whomever the stage would give it to.
  const owned = { ...checked.value, ownerStaffId, teamId, conversationId, keepsOwner: true };
  const made = await openDealIn(ctx, stage, owned);
  return made.ok ? ok({ id: made.value.id, subscriberId: given.subscriberId ?? null }) : made;
}
