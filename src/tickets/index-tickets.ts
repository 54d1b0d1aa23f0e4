import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { Findable } from '../kernel/search/findable.ts';
import type { Sign } from './signs.ts';
import { upsertEntries } from '../kernel/search/index-entries.ts';

type Described = {
  id: number;
  subject: string;
  description: string;
  subscriberId: number | null;
  ownerStaffId: number | null;
  teamId: number | null;
  openedAt: Date;
  name: string;
  /** Its number where it was brought from. */
  externalNumber: string | null;
  /** Whose an import said it to be. */
  signs: readonly Sign[];
  notes: string[] | null;
  /** What its fields said before. */
  former: readonly string[];
};

/** Of one ticket so many letters are searched, the newest: thousands of notes, a year's mail. */
const MOST_NOTED_LETTERS = 300_000;
const MOST_FORMER_LETTERS = 100_000;

/**
 * Makes tickets findable by number, subject, subscriber and words, as they are now. Called in the
 * transaction that changed what they say or whose they are: the search shows each to those who may
 * see it.
 * @param options.areNew nothing was said of them before
 */
export async function indexTickets(
  ctx: Ctx,
  ids: readonly number[],
  { areNew = false } = {},
): Promise<void> {
  if (ids.length === 0) return;
  // tickets_pkey, ticket_notes_ticket (ticket_id, id)
  const { rows } = await sql<Omit<Described, 'former'>>`
    select t.id, t.subject, t.description, r.id as subscriber_id, t.owner_staff_id, t.team_id,
           t.opened_at, t.external_number, coalesce(r.display_name, '') as name,
           coalesce((select jsonb_agg(jsonb_build_object('kind', kind, 'value', value))
                     from   ticket_signs where ticket_id = t.id), '[]') as signs,
           (select array_agg(n.text order by n.id desc) from (
              select id, text, sum(length(text)) over (order by id desc) as letters
              from   ticket_notes where ticket_id = t.id) n
            where  n.letters - length(n.text) < ${MOST_NOTED_LETTERS}) as notes
    from   tickets t
    left   join subscribers s on s.id = t.subscriber_id
    left   join subscribers r on r.id = s.root_id
    where  t.id = any(${[...ids]}::bigint[])`.execute(ctx.db);
  const former = await formerWords(ctx, areNew ? [] : rows);
  await upsertEntries(
    ctx,
    rows.map((row) => describeTicket({ ...row, former: former.get(row.id) ?? [] })),
  );
}

/**
 * What the fields of tickets said before, the newest first. Words of a person whom a ticket was
 * with before stay that person's.
 */
async function formerWords(
  ctx: Ctx,
  tickets: readonly { id: number; openedAt: Date }[],
): Promise<Map<number, string[]>> {
  if (tickets.length === 0) return new Map();
  // Said as a value: months before it then need not even be planned for.
  const earliest = new Date(Math.min(...tickets.map(({ openedAt }) => openedAt.getTime())));
  // tickets_pkey, events_subject of the months since, personal_history_pkey
  const { rows } = await sql<{ id: number; words: string[] }>`
    select t.id, array_agg(p.words order by p.event_id desc) as words
    from   tickets t
    cross  join lateral (
             select e.id as event_id, w.words,
                    sum(length(w.words)) over (order by e.id desc, w.field) as letters
             from   events e
             join   personal_history h on h.event_id = e.id
             cross  join lateral jsonb_each_text(h.details -> 'before') w (field, words)
             where  e.subject_kind = 'ticket' and e.subject_id = t.id
             and    (e.subscriber_id is null or e.transaction_id is not null)
             and    e.recorded_at >= ${earliest} and e.recorded_at >= t.opened_at
             and    w.words <> ''
             and    h.subscriber_id is not distinct from t.subscriber_id) p
    where  p.letters - length(p.words) < ${MOST_FORMER_LETTERS}
    and    t.id = any(${tickets.map(({ id }) => id)}::bigint[])
    group  by t.id`.execute(ctx.db);
  return new Map(rows.map(({ id, words }) => [id, words]));
}

/** What a ticket is found by, and what a result shows of it. `notes` are the newest first. */
export function describeTicket(row: Described): Findable {
  const said = (...kinds: Sign['kind'][]): string[] =>
    row.signs.filter(({ kind }) => kinds.includes(kind)).map(({ value }) => value);
  return {
    kind: 'ticket',
    refId: row.id,
    subscriberId: row.subscriberId,
    ownerStaffId: row.ownerStaffId,
    teamId: row.teamId,
    title: `№ ${row.id} · ${row.subject}`,
    subtitle: (row.name || row.description).slice(0, 120),
    happenedAt: row.openedAt,
    words: {
      names: [row.name, ...said('name')],
      phones: said('phone'),
      emails: said('email'),
      ticketNumbers: [row.id, ...numberOf(row.externalNumber)],
      identifiers: [
        ...(row.externalNumber === null ? [] : [row.externalNumber]),
        ...said('account', 'contract', 'other'),
      ],
      texts: [row.subject, row.description, ...(row.notes ?? []), ...row.former],
    },
  };
}

/** A former number that is one, to be found as our own are: `№ 815`. */
const numberOf = (external: string | null): number[] =>
  external !== null && /^\d{1,15}$/.test(external) ? [Number(external)] : [];
