import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { loadCalendar, startClock, whyDeadline } from '../../norms/index.ts';
import { ownDrafts } from '../../work/index.ts';
import type { Conversation } from '../api/shapes.ts';
import { callsAhead } from '../callbacks/calls-ahead.ts';
import { findOpened } from './find-opened.ts';
import { isMine } from '../record/lock-conversation.ts';
import { neededBy } from '../skills/skill-rules.ts';
import { partsOf } from '../linking/parts-of.ts';
import { feedPage, followUpsOf } from './said-and-done.ts';

/** Everything the middle pane shows of one conversation; a merged one leads to its root. */
export async function openConversation(
  ctx: Ctx,
  input: { id: number },
): Promise<Result<z.input<typeof Conversation>>> {
  const found = await findOpened(ctx, input.id);
  if (!found) return fail('conversations.not_found');
  const { id } = found;
  const [parts, feed, followUps, calendar, drafts, needs] = await Promise.all([
    partsOf(ctx, id),
    feedPage(ctx, found),
    followUpsOf(ctx, id),
    loadCalendar(ctx, found.calendarId),
    ownDrafts(ctx, 'conversations', id),
    neededBy(ctx, found),
  ]);
  const { name = '', phone = '', email = '', address = '', page = '', account = '' } = found.draft;
  return ok({
    ...found,
    draft: { name, phone, email, account, address, page },
    deadline: whyDeadline(startClock(found.normSeconds, calendar, found.openedAt), found.openedAt),
    ...(await callsAhead(ctx, found)),
    isMine: isMine(ctx, { ownerStaffId: found.owner?.id ?? null, teamId: found.teamId }),
    ...feed,
    followUps,
    drafts,
    needs,
    ...parts,
  });
}
