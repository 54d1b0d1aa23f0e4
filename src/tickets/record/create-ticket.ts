import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { reserveIds } from '../../kernel/db/reserve-ids.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { ticketsApi } from '../api/tickets.ts';
import { findConversation, linkConversation } from '../conversations/link-conversation.ts';
import { indexTickets } from '../index-tickets.ts';
import { checkWatchers, writeWatchers } from '../set-watchers.ts';
import { checkFields } from './check-fields.ts';
import { overlaid, type Values } from './values.ts';

type Input = z.output<(typeof ticketsApi)['POST /api/tickets']['input']>;
type Category = { name: string; priority: Values['priority']; teamId: number | null };

/**
 * Opens a ticket. What is not given begins as its category says; one that would be nobody's and of
 * no team is whoever's opens it, so that somebody has it.
 */
export async function createTicket(
  ctx: Ctx,
  { conversationId, watcherIds = [], ...given }: Input,
): Promise<Result<{ id: number }>> {
  const found =
    conversationId === undefined ? ok(null) : await findConversation(ctx, conversationId);
  if (!found.ok) return found;
  const category = await findCategory(ctx, given.categoryId);
  if (!category) return fail('tickets.no_such_category');
  const after = overlaid(startOf(ctx, given, category), given);
  // Whoever may see the conversation may write down whose it is.
  after.subscriberId ??= found.value?.subscriberId ?? null;
  const refusal = (await checkFields(ctx, given, after)) ?? (await checkWatchers(ctx, watcherIds));
  if (refusal) return refusal;
  const id = await insert(ctx, after);
  await writeWatchers(ctx, id, watcherIds);
  if (found.value) await linkConversation(ctx, id, found.value.id);
  await indexTickets(ctx, [id]);
  await tellOpened(ctx, id, after, category.name, found.value?.id ?? null);
  return ok({ id });
}

async function findCategory(ctx: Ctx, id: number): Promise<Category | undefined> {
  return ctx.db
    .selectFrom('ticketCategories')
    .select(['name', 'priority', 'teamId'])
    .where('id', '=', id)
    .executeTakeFirst() as Promise<Category | undefined>;
}

function startOf(ctx: Ctx, given: Input, category: Category): Values {
  const ownTeam = 'teamId' in ctx.actor ? ctx.actor.teamId : null;
  const teamId = category.teamId ?? ownTeam;
  const isAnybodys = (given.teamId ?? teamId) === null && given.ownerStaffId == null;
  return {
    categoryId: given.categoryId,
    subject: given.subject,
    description: '',
    priority: category.priority,
    state: 'ours',
    waitsUntil: null,
    ownerStaffId: isAnybodys ? staffIdOf(ctx.actor) : null,
    teamId,
    subscriberId: null,
    accountId: null,
    serviceAddressId: null,
    attributes: {},
  };
}

async function insert(ctx: Ctx, values: Values): Promise<number> {
  const now = ctx.clock.now();
  const [id = 0] = await reserveIds(ctx, 'tickets', 1);
  await sql`
    insert into tickets (id, category_id, subject, description, priority, state, waits_until,
      owner_staff_id, team_id, subscriber_id, account_id, service_address_id, attributes,
      opened_at, created_at, updated_at, created_by)
    overriding system value
    values (${id}, ${values.categoryId}, ${values.subject}, ${values.description},
      ${values.priority}, ${values.state}, ${values.waitsUntil}, ${values.ownerStaffId},
      ${values.teamId}, ${values.subscriberId}, ${values.accountId}, ${values.serviceAddressId},
      ${JSON.stringify(values.attributes)}, ${now}, ${now}, ${now}, ${staffIdOf(ctx.actor)})
  `.execute(ctx.db);
  return id;
}

function tellOpened(
  ctx: Ctx,
  id: number,
  values: Values,
  category: string,
  conversationId: number | null,
): Promise<number> {
  const { categoryId, priority, state, ownerStaffId, teamId, subject } = values;
  return emit(ctx, {
    type: 'tickets.opened',
    subject: { kind: 'ticket', id },
    subscriberId: values.subscriberId,
    facts: {
      number: id,
      category,
      categoryId,
      priority,
      state,
      ownerStaffId,
      teamId,
      ...(conversationId === null ? {} : { conversationId }),
    },
    personal: { subject },
  });
}
