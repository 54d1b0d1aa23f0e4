import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { addressText, isVeiled } from '../../subscribers/index.ts';
import type { Deal } from '../api/deals.ts';
import { named } from '../../kernel/db/named.ts';
import { reaches } from '../reach.ts';
import { historyOf, namesIn } from './history.ts';

type Shown = z.input<typeof Deal>;
type Place = Parameters<typeof addressText>[0];
type Row = Omit<Shown, 'building' | 'history' | 'names'> & {
  openedAt: Date;
  ownSubscriberId: number | null;
  place: Place | null;
};

/** All that the page of a deal shows. */
export async function openDeal(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  const row = await findOpened(ctx, id);
  if (!row) return fail('sales.deal_not_found');
  const { ownSubscriberId, place, ...deal } = row;
  const isHidden = await isVeiled(ctx, ownSubscriberId);
  const history = await historyOf(ctx, id, deal.openedAt, isHidden);
  return ok({
    ...deal,
    ...(isHidden ? hidden : {}),
    building: place && !isHidden ? addressText(place, ctx.language) : null,
    history,
    names: await namesIn(ctx, history, isHidden),
  });
}

/** What stays unsaid while the one on the line was not verified. */
const hidden = {
  phone: '',
  email: '',
  address: '',
  buildingId: null,
  flat: '',
  wanted: '',
  nextStep: '',
};

async function findOpened(ctx: Ctx, id: number): Promise<Row | undefined> {
  // Primary keys.
  const { rows } = await sql<Row>`
    select d.id, d.version, d.state, d.name, d.phone, d.email, d.address, d.building_id, d.flat,
           d.wanted, d.campaign, d.monthly_minor, d.once_minor, d.currency, d.expected_on,
           d.next_step, d.next_at, d.lost_note, d.entered_stage_at, d.due_at, d.opened_at,
           d.closed_at, b.name as created_by,
           ${named('p')} as pipeline, ${named('g')} as stage, ${named('o')} as owner,
           ${named('m')} as team, ${named('c')} as source, ${named('l')} as lost_reason,
           case when a.id is not null then jsonb_build_object(
             'id', a.id, 'number', a.number) end as account,
           who.id as subscriber_id, d.subscriber_id as own_subscriber_id,
           who.display_name as subscriber_name,
           coalesce(wants.products, '[]') as products,
           coalesce(todo.tasks, '[]') as tasks, ${prompts} as prompts,
           case when v.id is not null then jsonb_build_object(
             'id', v.id, 'number', v.number, 'channel', v.channel) end as conversation,
           case when h.id is not null then jsonb_build_object(
             'city', s.city, 'streetKind', s.kind, 'street', s.name, 'building', h.number,
             'flat', nullif(d.flat, ''), 'rawText', d.address) end as place
    from   deals d
    join   pipelines p on p.id = d.pipeline_id
    join   pipeline_stages g on g.id = d.stage_id
    left   join staff o on o.id = d.owner_staff_id
    left   join teams m on m.id = d.team_id
    left   join staff b on b.id = d.created_by
    left   join lead_sources c on c.id = d.source_id
    left   join lost_reasons l on l.id = d.lost_reason_id
    left   join subscribers own on own.id = d.subscriber_id
    left   join subscribers who on who.id = own.root_id
    left   join deal_connections j on j.deal_id = d.id and j.undone_at is null
    left   join accounts a on a.id = j.account_id
    left   join conversations v on v.id = d.conversation_id
    left   join buildings h on h.id = d.building_id
    left   join streets s on s.id = h.street_id
    left   join lateral (${wanted}) wants on true
    left   join lateral (${tasks}) todo on true
    where  d.id = ${id} and ${reaches(ctx, 'sales.work')}`.execute(ctx.db);
  return rows[0];
}

/** Products of deal `d`, the dearest first. deal_products_pkey */
const wanted = sql`
  select jsonb_agg(jsonb_build_object(
           'versionId', o.product_version_id, 'name', r.name, 'monthlyMinor', o.monthly_minor,
           'onceMinor', o.once_minor) order by o.monthly_minor desc, r.name) as products
  from   deal_products o
  join   product_versions w on w.id = o.product_version_id
  join   products r on r.id = w.product_id
  where  o.deal_id = d.id`;

/** What the stage `g` of an open deal `d` leads to. */
const prompts = sql`(
  select coalesce(jsonb_agg(distinct e ->> 'what'), '[]') from jsonb_array_elements(g.entry) e
  where  e ->> 'kind' = 'prompt' and d.state = 'open')`;

/** Tasks of deal `d`. deal_tasks_deal (deal_id, id) */
const tasks = sql`
  select jsonb_agg(jsonb_build_object(
           'id', k.id, 'text', k.text, 'staff', ${named('w')}, 'dueAt', k.due_at,
           'doneAt', k.done_at) order by k.done_at is not null, k.due_at, k.id) as tasks
  from   deal_tasks k
  left   join staff w on w.id = k.staff_id
  where  k.deal_id = d.id`;
