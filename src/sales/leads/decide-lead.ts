import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { claimHistory } from '../../kernel/events/purge-personal-history.ts';
import { indexLeads } from './index-leads.ts';
import type { StoredLead } from './lead-rows.ts';
import type { LeadState } from './states.ts';

type Decision = {
  state: Exclude<LeadState, 'new'>;
  subscriberId?: number | null;
  householdId?: number | null;
  dealId?: number | null;
  declineReasonId?: number;
  declineNote?: string;
};

/** Writes down what became of a locked lead. */
export async function decideLead(ctx: Ctx, lead: StoredLead, decision: Decision): Promise<void> {
  await ctx.db
    .updateTable('leads')
    .set({
      ...decision,
      decidedAt: ctx.clock.now(),
      decidedBy: staffIdOf(ctx.actor),
      version: lead.version + 1,
    })
    .where('id', '=', lead.id)
    .execute();
  const { declineNote, state, ...facts } = decision;
  const subscriberId = decision.subscriberId ?? lead.subscriberId;
  await emit(ctx, {
    type: `sales.lead_${state}`,
    subject: { kind: 'lead', id: lead.id },
    subscriberId,
    facts: { number: lead.id, ...facts },
    ...(declineNote ? { personal: { declineNote } } : {}),
  });
  // Whose it was said to be counts for the veil over what is found.
  await indexLeads(ctx, [lead.id]);
  if (lead.subscriberId === null && subscriberId !== null) {
    await claimHistory(ctx, 'lead', lead.id, subscriberId);
  }
}
