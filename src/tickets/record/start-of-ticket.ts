import { sql } from 'kysely';
import { type Ctx, staffIdOf, teamIdOf } from '../../kernel/context.ts';
import { reserveIds } from '../../kernel/db/reserve-ids.ts';
import { emit } from '../../kernel/events/journal.ts';
import type { TicketFields } from '../api/shapes.ts';
import { beginClocks } from '../norms/settle-clocks.ts';
import type { Values } from './values.ts';

type Category = { name: string; priority: Values['priority']; teamId: number | null };
type Given = TicketFields & { categoryId: number; subject: string };

/** What a category gives a new ticket. */
export async function findCategory(ctx: Ctx, id: number): Promise<Category | undefined> {
  return ctx.db
    .selectFrom('ticketCategories')
    .select(['name', 'priority', 'teamId'])
    .where('id', '=', id)
    .executeTakeFirst() as Promise<Category | undefined>;
}

/** What a ticket is before anything more is said of it than its category and subject. */
export function startOf(ctx: Ctx, given: Given, category: Category): Values {
  const ownTeam = teamIdOf(ctx.actor);
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

/**
 * Writes the row and begins its clocks.
 * @param awaitsReply whether somebody waits for a first word
 * @returns its id, which is its number
 */
export async function insertTicket(
  ctx: Ctx,
  values: Values,
  { openedAt = ctx.clock.now(), awaitsReply }: { openedAt?: Date; awaitsReply: boolean },
): Promise<number> {
  const now = ctx.clock.now();
  const [id = 0] = await reserveIds(ctx, 'tickets', 1);
  const steps = [{ type: 'opened' as const, at: openedAt, awaitsReply }];
  const clocks = await beginClocks(ctx, { ...values, id, steps });
  await sql`
    insert into tickets (id, category_id, subject, description, priority, state, waits_until,
      owner_staff_id, team_id, subscriber_id, account_id, service_address_id, attributes,
      opened_at, created_at, updated_at, state_since, created_by, due_at, escalate_at)
    overriding system value
    values (${id}, ${values.categoryId}, ${values.subject}, ${values.description},
      ${values.priority}, ${values.state}, ${values.waitsUntil}, ${values.ownerStaffId},
      ${values.teamId}, ${values.subscriberId}, ${values.accountId}, ${values.serviceAddressId},
      ${JSON.stringify(values.attributes)}, ${openedAt}, ${now}, ${now}, ${now},
      ${staffIdOf(ctx.actor)}, ${clocks.dueAt}, ${clocks.escalateAt})`.execute(ctx.db);
  await clocks.write();
  return id;
}

/** The journal is told how the ticket began. */
export function tellOpened(
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
