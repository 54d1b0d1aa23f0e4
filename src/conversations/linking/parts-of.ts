import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { Conversation } from '../api/shapes.ts';
import { clusterOf } from '../record/cluster.ts';
import { reaches } from '../reach.ts';
import { mergesOf } from '../showing/said-and-done.ts';
import { splitsOf } from '../splitting/splits-of.ts';

type Shown = z.input<typeof Conversation>;
type Links = Shown['links'];

const MOST_SHOWN = 50;

/** What a conversation has to do with others: merged into it, split off it, about the same. */
export async function partsOf(
  ctx: Ctx,
  id: number,
): Promise<Pick<Shown, 'merges' | 'splits' | 'splitFrom' | 'links'>> {
  const [merges, splits, links] = await Promise.all([
    mergesOf(ctx, id),
    splitsOf(ctx, id),
    linksOf(ctx, id),
  ]);
  return { merges, ...splits, links };
}

/** Said of it or of what was merged into it; of those that the viewer may see. */
async function linksOf(ctx: Ctx, id: number): Promise<Links> {
  // conversation_links_pkey, conversation_links_other, conversations_pkey, subscribers_pkey
  const { rows } = await sql<Links[number]>`
    select c.id, c.number, c.state,
           coalesce(nullif(r.display_name, ''), c.contact_draft ->> 'name', '') as who
    from  (select distinct coalesce(o.root_id, o.id) as id
           from  (select other_id as id from conversation_links where one_id in ${clusterOf(id)}
                  union
                  select one_id from conversation_links where other_id in ${clusterOf(id)}) l
           join   conversations o on o.id = l.id) linked
    join   conversations c on c.id = linked.id
    left   join subscribers s on s.id = c.subscriber_id
    left   join subscribers r on r.id = s.root_id
    where  c.id <> ${id} and ${reaches(ctx, 'conversations.view')}
    order  by c.id limit ${MOST_SHOWN}`.execute(ctx.db);
  return rows;
}
