import type { z } from 'zod';
import type { Ctx } from '../kernel/context.ts';
import { isWithinReach } from '../kernel/db/visible-to.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { addressText } from '../subscribers/index.ts';
import { ownDrafts } from '../work/index.ts';
import type { Ticket } from './api/open.ts';
import { findOpened } from './find-opened.ts';
import { historyOf, namesIn } from './history.ts';
import { partsOf } from './linking/parts-of.ts';
import { clocksOf } from './norms/clocks-of.ts';
import { notesOf } from './notes/notes-of.ts';

type Shown = z.input<typeof Ticket>;

/** All that the page of a ticket shows; the number of a merged one opens what it became. */
export async function openTicket(ctx: Ctx, { id: asked }: { id: number }): Promise<Result<Shown>> {
  const found = await findOpened(ctx, asked);
  if (!found) return fail('tickets.not_found');
  const { ownSubscriberId: _, isHidden: __, place, ...ticket } = found;
  const { id } = ticket;
  const [parts, clocks, notes, past, drafts] = await Promise.all([
    partsOf(ctx, id),
    clocksOf(ctx, id),
    notesOf(ctx, id),
    historyOf(ctx, found),
    ownDrafts(ctx, 'tickets', id),
  ]);
  const row = { ownerStaffId: ticket.owner?.id ?? null, teamId: ticket.team?.id ?? null };
  return ok({
    ...ticket,
    address: place && addressText(place, ctx.language),
    isWorkable: isWithinReach(ctx.actor, 'tickets.work', row),
    ...parts,
    clocks,
    ...notes,
    ...past,
    drafts,
    names: await namesIn(ctx, past.history),
  });
}
