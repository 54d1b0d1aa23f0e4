import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { columnList, toldFields } from '../record/columns.ts';
import type { ClusterIds, PersonalDataSource } from '../slots.ts';

type Row = Record<string, unknown>;

const query = async (ctx: Ctx, text: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  (await text.execute(ctx.db)).rows;

/** What this domain holds of a person, in use or not; by id, so that two exports read alike. */
export const ownSections: readonly PersonalDataSource[] = [
  {
    section: 'record',
    choices: {
      kind: (value) => `choices.kind.${value}`,
      status: (value) => `choices.status.${value}`,
    },
    load: (ctx, ids) =>
      query(
        ctx,
        sql`
        select id, ${columnList(toldFields)}, created_at, updated_at
        from   subscribers where id = any(${ids}::bigint[]) order by id`,
      ),
  },
  {
    section: 'contacts',
    choices: { kind: (value) => `choices.contactKind.${value}` },
    load: (ctx, ids) =>
      query(
        ctx,
        sql`
        select kind, value, extension, label, created_at, removed_at
        from   contacts where subscriber_id = any(${ids}::bigint[]) order by id`,
      ),
  },
  {
    section: 'codeWord',
    load: (ctx, ids) =>
      query(
        ctx,
        sql`
        select hint, set_at
        from   code_words where subscriber_id = any(${ids}::bigint[]) order by subscriber_id`,
      ),
  },
  {
    section: 'contactPersons',
    choices: { role: (value) => `choices.role.${value}` },
    load: (ctx, ids) =>
      query(
        ctx,
        sql`
        select name, role, birth_on, note, created_at, removed_at
        from   contact_persons where subscriber_id = any(${ids}::bigint[]) order by id`,
      ),
  },
  {
    section: 'documents',
    choices: { kind: (value) => `choices.document.${value}` },
    load: (ctx, ids) =>
      query(
        ctx,
        sql`
        select d.kind, d.number, d.issued_on, d.issued_by, f.name as file,
               o.name as former_file, d.created_at, d.removed_at
        from   documents d
        left   join files f on f.id = d.file_id
        left   join files o on o.id = d.former_file_id
        where  d.subscriber_id = any(${ids}::bigint[]) order by d.id`,
      ),
  },
  {
    section: 'addresses',
    load: (ctx, ids) =>
      query(
        ctx,
        sql`
        select t.city, t.kind as street_kind, t.name as street, b.number as building, p.flat,
               a.raw_text, a.label, a.created_at, a.removed_at
        from   service_addresses a
        left   join premises  p on p.id = a.premise_id
        left   join buildings b on b.id = p.building_id
        left   join streets   t on t.id = b.street_id
        where  a.subscriber_id = any(${ids}::bigint[]) order by a.id`,
      ),
  },
  {
    section: 'needs',
    choices: { kind: (value) => `choices.need.${value}` },
    load: (ctx, ids) =>
      query(
        ctx,
        sql`
        select kind, text, source, noted_at, confirmed_at, fresh_until, closed_at, closed_reason
        from   needs where subscriber_id = any(${ids}::bigint[]) order by id`,
      ),
  },
  {
    section: 'consents',
    choices: {
      channel: (value) => `choices.channel.${value}`,
      purpose: (value) => `choices.purpose.${value}`,
    },
    load: (ctx, ids) =>
      query(
        ctx,
        sql`
        select channel, purpose, is_granted, source, proof, recorded_at
        from   consents where subscriber_id = any(${ids}::bigint[]) order by id`,
      ),
  },
  {
    section: 'households',
    choices: { kind: (value) => `choices.household.${value}` },
    load: (ctx, ids) =>
      query(
        ctx,
        sql`
        select h.kind, h.name, m.role, m.joined_at
        from   household_members m join households h on h.id = m.household_id
        where  m.subscriber_id = any(${ids}::bigint[]) order by h.id`,
      ),
  },
  {
    section: 'history',
    choices: { type: (type) => type.replace('.', ':events.') },
    load: loadHistory,
  },
];

/** Former names, phones and notes, as the journal's personal part keeps them. */
function loadHistory(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // personal_history_subscriber (subscriber_id), events_pkey (recorded_at, id)
  return query(
    ctx,
    sql`
    select h.recorded_at, e.type, h.details
    from   personal_history h
    join   events e on e.recorded_at = h.recorded_at and e.id = h.event_id
    where  h.subscriber_id = any(${ids}::bigint[]) order by h.event_id`,
  );
}
