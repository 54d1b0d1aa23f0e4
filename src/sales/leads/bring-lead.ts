import { sql } from 'kysely';
import type { z } from 'zod';
import { wholeOf } from '../../conversations/index.ts';
import { type Ctx, staffIdOf, teamIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { leadsApi } from '../api/leads.ts';
import { dealOfConversation } from '../deals/deal-of-conversation.ts';
import { checkFields } from '../deals/check-fields.ts';
import { saidBySender } from '../said-by-sender.ts';
import { indexLeads } from './index-leads.ts';

type Input = z.output<(typeof leadsApi)['POST /api/leads']['input']>;

/**
 * Brings a lead. Out of a conversation it takes what the sender has said, and is brought once;
 * what is given stands above that. What nobody has is whoever's team's brings it.
 */
export async function bringLead(
  ctx: Ctx,
  { conversationId, dealerId, referralCode = '', name, ...given }: Input,
): Promise<Result<{ id: number; isNew: boolean }>> {
  const checked = await checkFields(ctx, given);
  if (!checked.ok) return checked;
  if (dealerId !== undefined && !(await isDealer(ctx, dealerId))) {
    return fail('sales.no_such_dealer');
  }
  const said = conversationId === undefined ? null : await saidBySender(ctx, conversationId);
  if (conversationId !== undefined) {
    if (said === null) return fail('sales.no_such_conversation');
    const brought = await leadOf(ctx, conversationId);
    if (brought !== null) return ok({ id: brought, isNew: false });
    const going = await dealOfConversation(ctx, conversationId);
    if (!going.ok) return going;
    if (going.value) return fail('sales.deal_goes_on', { number: going.value.id });
  }
  const who = name ?? said?.name ?? '';
  if (who === '') return fail('sales.name_needed', {}, { name: 'sales.name_needed' });
  const { ownerStaffId = null, teamId = teamIdOf(ctx.actor), ...fields } = checked.value;
  const isAnybodys = ownerStaffId === null && teamId === null;
  const made = await ctx.db
    .insertInto('leads')
    .values({
      ...said,
      ...fields,
      name: who,
      dealerId: dealerId ?? null,
      referralCode,
      conversationId: conversationId ?? null,
      ownerStaffId: isAnybodys ? staffIdOf(ctx.actor) : ownerStaffId,
      teamId,
      createdAt: ctx.clock.now(),
      createdBy: staffIdOf(ctx.actor),
    })
    .onConflict((conflict) => conflict.column('conversationId').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return ok({ id: (await leadOf(ctx, conversationId ?? 0)) ?? 0, isNew: false });
  await indexLeads(ctx, [made.id]);
  await emit(ctx, {
    type: 'sales.lead_brought',
    subject: { kind: 'lead', id: made.id },
    subscriberId: said?.subscriberId ?? null,
    facts: {
      number: made.id,
      sourceId: fields.sourceId ?? null,
      campaign: fields.campaign ?? '',
      ...(conversationId === undefined ? {} : { conversationId }),
      ...(dealerId === undefined ? {} : { dealerId }),
    },
    personal: { name: who },
  });
  return ok({ id: made.id, isNew: true });
}

/** What a conversation brought, or one that was merged with it: one talk is one lead. */
async function leadOf(ctx: Ctx, conversationId: number): Promise<number | null> {
  // leads_conversation_id_key
  const { rows } = await sql<{ id: number }>`
    select id from leads where conversation_id in ${wholeOf(conversationId)}
    order  by id desc limit 1`.execute(ctx.db);
  return rows[0]?.id ?? null;
}

async function isDealer(ctx: Ctx, id: number): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('dealers')
    .select('id')
    .where('id', '=', id)
    .where('archivedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
