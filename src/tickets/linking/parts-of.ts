import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { Ticket } from '../api/open.ts';
import { isPutBack, splitsOf } from '../splitting/splits-of.ts';
import { linksOf } from './linked-to.ts';

type Shown = z.input<typeof Ticket>;

/** What a ticket has to do with others: linked, merged into it, split off it. */
export async function partsOf(
  ctx: Ctx,
  id: number,
): Promise<Pick<Shown, 'links' | 'parts' | 'splits' | 'splitFrom'>> {
  const [links, parts, splits] = await Promise.all([
    linksOf(ctx, id),
    mergedInto(ctx, id),
    splitsOf(ctx, id),
  ]);
  return { links, parts, ...splits };
}

/** What was merged into a ticket, however far down. */
async function mergedInto(ctx: Ctx, id: number): Promise<Shown['parts']> {
  // tickets_merged (root_id) where root_id is not null
  const { rows } = await sql<Shown['parts'][number]>`
    select t.id, t.subject from tickets t
    where  t.root_id = ${id} and not ${isPutBack}
    order  by t.id`.execute(ctx.db);
  return rows;
}
