import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../kernel/context.ts';
import { type addressText, isVeiled } from '../subscribers/index.ts';
import { labelsOf } from '../work/index.ts';
import type { Ticket } from './api/open.ts';
import { me, reaches } from './reach.ts';

type AddressParts = Parameters<typeof addressText>[0];
type Shown = z.input<typeof Ticket>;
type Person = { id: number; name: string } | null;
type Made =
  | 'drafts'
  | 'links'
  | 'parts'
  | 'clocks'
  | 'address'
  | 'isWorkable'
  | 'notes'
  | 'hasEarlier'
  | 'hasEarlierNotes'
  | 'history'
  | 'names';
export type Opened = Omit<Shown, Made | 'id' | 'owner' | 'team'> & {
  id: number;
  owner: Person;
  team: Person;
  ownSubscriberId: number | null;
  openedAt: Date;
  place: AddressParts | null;
  /** Whether the one who asks speaks with its subscriber, who was not verified yet. */
  isHidden: boolean;
};

/** A ticket's own row with all that is shown of it, if the viewer may see it. */
export async function findOpened(ctx: Ctx, id: number): Promise<Opened | undefined> {
  // Primary keys; ticket_watchers_pkey, ticket_signs_pkey, ticket_conversations_pkey
  const { rows } = await sql<Omit<Opened, 'isHidden'>>`
    select t.id, t.external_number, t.version, t.subject, t.description, t.priority, t.state, t.waits_until,
           jsonb_build_object('id', k.id, 'name', k.name) as category,
           case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name) end
             as owner,
           case when m.id is not null then jsonb_build_object('id', m.id, 'name', m.name) end
             as team,
           who.id as subscriber_id, t.subscriber_id as own_subscriber_id,
           who.display_name as subscriber_name,
           array(select g.value from ticket_signs g
                 where  g.ticket_id = t.id and t.subscriber_id is null
                 order  by g.kind, g.value) as signs,
           case when acc.id is not null
                then jsonb_build_object('id', acc.id, 'number', acc.number) end as account,
           t.service_address_id, ${place} as place, t.attributes, t.opened_at, t.closed_at,
           t.updated_at, t.escalated_at, b.name as created_by,
           ${labelsOf('tickets', sql.ref('t.id'))} as labels,
           coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name)
                                      order by s.name)
                     from   ticket_watchers w join staff s on s.id = w.staff_id
                     where  w.ticket_id = t.id), '[]') as watchers,
           exists (select from ticket_watchers w
                   where  w.ticket_id = t.id and w.staff_id = ${me(ctx)}) as is_watching,
           coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number,
                                                         'channel', c.channel,
                                                         'isWritten', c.channel_id is not null
                                           and p.root_id is not distinct from own.root_id)
                                      order by c.id)
                     from   conversations c
                     left   join subscribers p on p.id = c.subscriber_id
                     where  c.id in (select l.conversation_id
                                     from   tickets m join ticket_conversations l
                                            on l.ticket_id = m.id
                                     where  m.id = t.id or m.root_id = t.id)), '[]')
             as conversations
    from   tickets t
    join   ticket_categories k on k.id = t.category_id
    left   join staff o on o.id = t.owner_staff_id
    left   join teams m on m.id = t.team_id
    left   join staff b on b.id = t.created_by
    left   join subscribers own on own.id = t.subscriber_id
    left   join subscribers who on who.id = own.root_id
    left   join accounts acc on acc.id = t.account_id
    where  t.id = (select coalesce(a.root_id, a.id) from tickets a where a.id = ${id})
    and    ${reaches(ctx, 'tickets.view')}`.execute(ctx.db);
  const [row] = rows;
  if (!row) return undefined;
  const isHidden = await isVeiled(ctx, row.ownSubscriberId);
  return { ...row, isHidden, ...(isHidden ? { account: null, place: null } : {}) };
}

const place = sql`(
  select jsonb_build_object('city', st.city, 'streetKind', st.kind, 'street', st.name,
                            'building', bl.number, 'flat', p.flat, 'rawText', a.raw_text)
  from   service_addresses a
  left   join premises  p  on p.id = a.premise_id
  left   join buildings bl on bl.id = p.building_id
  left   join streets   st on st.id = bl.street_id
  where  a.id = t.service_address_id)`;
