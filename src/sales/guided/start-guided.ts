import { lockMine } from '../../conversations/index.ts';
import { type Ctx, staffIdOf, teamIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { understandAddress } from '../../subscribers/index.ts';
import { openDealIn } from '../deals/create-deal.ts';
import { dealOfConversation } from '../deals/deal-of-conversation.ts';
import { checkFields } from '../deals/check-fields.ts';
import { findFirstStage } from '../deals/enter-stage.ts';
import { holdDeal } from '../deals/lock-deal.ts';
import { chooseVersion } from '../experiments/choose-version.ts';
import { saidBySender } from '../said-by-sender.ts';
import { tell } from './write-guided.ts';

type Input = {
  dealId?: number | undefined;
  conversationId?: number | undefined;
  name?: string | undefined;
  phone?: string | undefined;
  address?: string | undefined;
  buildingId: number | null;
  flat: string;
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
  if (input.dealId !== undefined) return holdOpenDeal(ctx, input.dealId);
  if (input.conversationId !== undefined) return dealFromTalk(ctx, input.conversationId);
  const { name = '', phone = '', address = '', buildingId, flat } = input;
  const checked = await checkFields(ctx, { name, phone, address, buildingId, flat });
  return checked.ok ? newDeal(ctx, checked.value) : checked;
}

async function holdOpenDeal(ctx: Ctx, id: number): Promise<Result<Subject>> {
  const held = await holdDeal(ctx, id);
  if (!held.ok || held.value.state === 'open') return held;
  return fail('sales.deal_closed');
}

/** The open deal that a conversation brought, else a new one for whoever it is with. */
async function dealFromTalk(ctx: Ctx, conversationId: number): Promise<Result<Subject>> {
  const locked = await lockMine(ctx, conversationId);
  if (!locked.ok) return locked;
  const known = await dealOfConversation(ctx, locked.value.id);
  if (!known.ok) return known;
  if (known.value) return holdOpenDeal(ctx, known.value.id);
  const said = await saidBySender(ctx, locked.value.id);
  if (!said) return fail('sales.no_such_conversation');
  const checked = await checkFields(ctx, { subscriberId: said.subscriberId });
  if (!checked.ok) return checked;
  return newDeal(ctx, { ...said, conversationId: locked.value.id });
}

type Given = Parameters<typeof openDealIn>[2] & { address: string };

async function newDeal(ctx: Ctx, given: Given): Promise<Result<Subject>> {
  const stage = await findFirstStage(ctx);
  if (!stage) return fail('sales.no_such_pipeline');
  const isKnown = given.buildingId != null || given.address === '';
  const place = isKnown ? null : await understandAddress(ctx, given.address);
  const known = place?.buildingId
    ? { buildingId: place.buildingId, flat: given.flat || place.flat }
    : {};
  const whose = { ownerStaffId: staffIdOf(ctx.actor), teamId: teamIdOf(ctx.actor) };
  // Whoever has begun goes on, whomever the stage would give it to.
  const made = await openDealIn(ctx, stage, { ...given, ...known, ...whose, keepsOwner: true });
  return made.ok ? ok({ id: made.value.id, subscriberId: given.subscriberId ?? null }) : made;
}
