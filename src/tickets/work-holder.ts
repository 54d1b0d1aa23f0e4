import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { TemplateVariables, WorkHolder } from '../work/index.ts';
import { whoseRecord } from '../subscribers/index.ts';
import { attention, liveReach } from './live-events.ts';
import { reaches } from './reach.ts';

type Described = { id: number; title: string; path: string };

/** What tickets are called where they are pointed at; of those that the asker may see. */
async function describe(ctx: Ctx, ids: readonly number[]): Promise<Described[]> {
  // tickets_pkey
  const { rows } = await sql<{ id: number; subject: string }>`
    select t.id, t.subject from tickets t
    where  t.id = any(${[...ids]}::bigint[]) and ${reaches(ctx, 'tickets.view')}`.execute(ctx.db);
  return rows.map(({ id, subject }) => ({
    id,
    title: `№ ${id} · ${subject}`,
    path: `/tickets/${id}`,
  }));
}

/** Tickets as something that people write at, look at and are called to. */
export const ticketHolder: WorkHolder = {
  entity: 'tickets',
  reached: (ctx, ids) => liveReach.reached(ctx, 'tickets.view', ids),
  attention,
  describe,
  ...whoseRecord('tickets'),
};

/** What texts can say of a ticket. */
export const ticketVariables: TemplateVariables = {
  keys: ['ticket_number', 'ticket_subject'],
  read: async (ctx, { entity, entityId }) => {
    if (entity !== 'tickets') return {};
    const row = await ctx.db
      .selectFrom('tickets')
      .select(['id', 'subject'])
      .where('id', '=', entityId)
      .executeTakeFirst();
    return { ticket_number: row ? String(row.id) : null, ticket_subject: row?.subject ?? null };
  },
};
