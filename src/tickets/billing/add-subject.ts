import { sql } from 'kysely';
import { findAbout, findAccount } from '../../billing/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { SubjectInput } from '../api/billing.ts';
import { lockTicket } from '../record/lock-tickets.ts';
import { isOfCluster } from './of-cluster.ts';

type Ticket = { id: number; subscriberId: number | null };

/** Says what of an account a ticket is about. Said twice it changes nothing. */
export async function addSubject(
  ctx: Ctx,
  { id, ...subject }: SubjectInput & { id: number },
): Promise<Result<{ subjectId: number }>> {
  const locked = await lockTicket(ctx, id);
  return locked.ok ? writeSubject(ctx, locked.value, subject) : locked;
}

/** The same of a ticket that its writer has locked, or is just opening. */
export async function writeSubject(
  ctx: Ctx,
  ticket: Ticket,
  { accountId, ...asked }: SubjectInput,
): Promise<Result<{ subjectId: number }>> {
  const account = await findAccount(ctx, accountId, 'billing.view');
  if (!account.ok) return account;
  if (!(await isOfCluster(ctx, ticket.subscriberId, account.value.subscriberId))) {
    return fail('tickets.not_of_subscriber');
  }
  const about = await findAbout(ctx, accountId, asked);
  if (!about.ok) return about;
  const { line, period } = about.value;
  if (!line && !period) return fail('tickets.subject_empty');
  const row = {
    ticketId: ticket.id,
    accountId,
    lineId: line?.id ?? null,
    fromOn: period?.fromOn ?? null,
    toOn: period?.toOn ?? null,
  };
  const made = await ctx.db
    .insertInto('ticketSubjects')
    .values({ ...row, addedBy: staffIdOf(ctx.actor), addedAt: ctx.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return ok({ subjectId: await subjectLike(ctx, row) });
  await tell(ctx, 'tickets.subject_added', ticket, {
    accountId,
    ...(line ? { lineId: line.id } : period),
  });
  return ok({ subjectId: made.id });
}

type Row = {
  ticketId: number;
  accountId: number;
  lineId: number | null;
  fromOn: string | null;
  toOn: string | null;
};

async function subjectLike(ctx: Ctx, row: Row): Promise<number> {
  // ticket_subjects_ticket_id_account_id_line_id_from_on_to_on_key
  const { rows } = await sql<{ id: number }>`
    select id from ticket_subjects
    where  ticket_id = ${row.ticketId} and account_id = ${row.accountId}
    and    line_id is not distinct from ${row.lineId}
    and    from_on is not distinct from ${row.fromOn}::date
    and    to_on is not distinct from ${row.toOn}::date`.execute(ctx.db);
  return rows[0]?.id ?? 0;
}

/** Takes it back. */
export async function removeSubject(
  ctx: Ctx,
  { id, subjectId }: { id: number; subjectId: number },
): Promise<Result<Done>> {
  const locked = await lockTicket(ctx, id);
  if (!locked.ok) return locked;
  // ticket_subjects_pkey, tickets_pkey
  const { rows } = await sql<Facts>`
    delete from ticket_subjects s
    using  tickets o
    where  s.id = ${subjectId} and o.id = s.ticket_id
    and    coalesce(o.root_id, o.id) = ${id}
    returning s.account_id, s.line_id, s.from_on, s.to_on`.execute(ctx.db);
  const [removed] = rows;
  if (!removed) return fail('tickets.no_such_subject');
  await tell(ctx, 'tickets.subject_removed', locked.value, removed);
  return ok({});
}

/** Ids alone: tickets are seen by more people than money is. */
type Facts = {
  accountId: number;
  lineId?: number | null;
  fromOn?: string | null;
  toOn?: string | null;
};

async function tell(
  ctx: Ctx,
  type: 'tickets.subject_added' | 'tickets.subject_removed',
  { id, subscriberId }: Ticket,
  facts: Facts,
): Promise<void> {
  const subject = { kind: 'ticket', id };
  await emit(ctx, { type, subject, subscriberId, facts: { number: id, ...facts } });
}
