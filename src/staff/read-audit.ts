import { type Expression, type SqlBool, sql } from 'kysely';
import { InstantPlace, makeCursor, readCursor } from '../kernel/api/cursor.ts';
import type { Ctx } from '../kernel/context.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { visibleTo } from '../kernel/db/visible-to.ts';
import { emit } from '../kernel/events/journal.ts';
import { type Fail, fail, ok } from '../kernel/result.ts';
import { namesOf } from './audit-names.ts';

type Filter = {
  cursor?: string | undefined;
  limit: number;
  staffId?: number | undefined;
  types?: readonly string[] | undefined;
  subjectKind?: string | undefined;
  subjectId?: number | undefined;
  subscriberId?: number | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

/** Comings and goings drown what people did; whoever wants them asks for them by name. */
const pulse = 'staff.presence_changed';

type Row = {
  id: number;
  recordedAt: Date;
  /** The same to the microsecond, as JavaScript's Date cannot hold it. */
  recordedKey: string;
  type: string;
  actorKind: string;
  actorStaffId: number | null;
  actorName: string | null;
  subjectKind: string;
  subjectId: number;
  subscriberId: number | null;
  facts: Record<string, unknown>;
  details: Record<string, unknown> | null;
};

/**
 * A page of what people did and looked at. Reading it is a look at personal data itself, so it
 * leaves a line of its own.
 */
export async function readAudit(ctx: Ctx, filter: Filter) {
  const where = conditions(ctx, filter);
  if ('ok' in where) return where;
  const rows = await readRows(ctx, where, filter.limit + 1);
  const page = rows.slice(0, filter.limit);
  const subjects = page.map((row) => ({ kind: row.subjectKind, id: row.subjectId }));
  const subscribers = page.flatMap(({ subscriberId }) =>
    subscriberId === null ? [] : [{ kind: 'subscriber', id: subscriberId }],
  );
  const nameOf = await namesOf(ctx, [...subjects, ...subscribers]);
  await noteLook(ctx, filter, page.length);
  const last = rows.length > page.length ? page.at(-1) : undefined;
  return ok({
    lines: page.map((row) => line(row, nameOf)),
    nextCursor: last ? makeCursor([last.recordedKey, last.id]) : null,
  });
}

async function readRows(
  ctx: Ctx,
  where: readonly Expression<SqlBool>[],
  limit: number,
): Promise<Row[]> {
  // events_pkey backwards; events_actor, events_audit, events_subject or events_timeline by filter
  const { rows } = await sql<Row>`
    select e.id, e.recorded_at, e.recorded_at::text as recorded_key, e.type, e.actor_kind,
           e.actor_staff_id, s.name as actor_name, e.subject_kind, e.subject_id, e.subscriber_id,
           e.facts, h.details
    from   events e
    left   join staff s on s.id = e.actor_staff_id
    left   join personal_history h on h.event_id = e.id
    where  ${sql.join(where, sql` and `)}
    order  by e.recorded_at desc, e.id desc
    limit  ${limit}`.execute(ctx.db);
  return rows;
}

function conditions(ctx: Ctx, filter: Filter): Expression<SqlBool>[] | Fail {
  const owned = { owner: 'e.actorStaffId', team: 's.teamId' };
  const all: Expression<SqlBool>[] = [
    // History that was brought in with a base is nobody's deed here.
    sql<SqlBool>`e.transaction_id is not null`,
    visibleTo(ctx, 'staff.audit', owned),
  ];
  const add = (condition: Expression<SqlBool>): number => all.push(condition);
  if (filter.cursor !== undefined) {
    const place = readCursor(filter.cursor, InstantPlace);
    if (!place) return fail('staff.bad_cursor');
    add(sql`(e.recorded_at, e.id) < (${place[0]}::timestamptz, ${place[1]})`);
  }
  if (filter.staffId !== undefined) add(sql`e.actor_staff_id = ${filter.staffId}`);
  if (filter.types) add(sql`e.type = any(${filter.types})`);
  else add(sql`e.type <> ${pulse}`);
  if (filter.subjectKind) add(sql`e.subject_kind = ${filter.subjectKind}`);
  if (filter.subjectId !== undefined) add(sql`e.subject_id = ${filter.subjectId}`);
  if (filter.subscriberId !== undefined) add(sql`e.subscriber_id = ${filter.subscriberId}`);
  if (filter.from) add(sql`e.recorded_at >= ${filter.from}`);
  if (filter.to) add(sql`e.recorded_at < ${filter.to}`);
  return all;
}

async function noteLook(ctx: Ctx, filter: Filter, lineCount: number): Promise<void> {
  const { cursor: _cursor, limit: _limit, ...asked } = filter;
  const staffId = 'staffId' in ctx.actor ? ctx.actor.staffId : 0;
  await inTransaction(ctx, (tx) =>
    emit(tx, {
      type: 'staff.audit_listed',
      subject: { kind: 'staff', id: staffId },
      subscriberId: filter.subscriberId,
      facts: { asked, lineCount },
    }),
  );
}

function line(row: Row, nameOf: Awaited<ReturnType<typeof namesOf>>) {
  const { id, recordedAt, type, facts, details, subscriberId } = row;
  const subject = { kind: row.subjectKind, id: row.subjectId };
  return {
    id,
    recordedAt,
    type,
    facts,
    details,
    actor: { kind: row.actorKind, staffId: row.actorStaffId, name: row.actorName },
    subject: { ...subject, name: nameOf(subject) },
    subscriber:
      subscriberId === null
        ? null
        : { id: subscriberId, name: nameOf({ kind: 'subscriber', id: subscriberId }) },
  };
}

/** Every type once, by hopping along events_audit from one to the next. */
export async function listAuditTypes(ctx: Ctx) {
  const { rows } = await sql<{ type: string }>`
    with recursive hop as (
      select min(type) as type from events where transaction_id is not null
      union all
      select (select min(e.type) from events e
              where e.type > hop.type and e.transaction_id is not null)
      from   hop where hop.type is not null)
    select type from hop where type is not null`.execute(ctx.db);
  return ok({ types: rows.map(({ type }) => type) });
}
