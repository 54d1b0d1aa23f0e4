import type { z } from 'zod';
import type { Ctx } from '../kernel/context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { loadCalendar, startClock, whyDeadline } from '../norms/index.ts';
import { ownDrafts } from '../work/index.ts';
import type { Conversation } from './api/shapes.ts';
import { dialUriFor } from './dial.ts';
import { loadSettings } from './desk-clock.ts';
import { findOpened } from './find-opened.ts';
import { isMine } from './lock-conversation.ts';
import { neededBy } from './skills/skill-rules.ts';
import {
  attemptsOf,
  callsOf,
  followUpsOf,
  historyOf,
  mergesOf,
  messagesOf,
} from './said-and-done.ts';

/** Everything the middle pane shows of one conversation; a merged one leads to its root. */
export async function openConversation(
  ctx: Ctx,
  input: { id: number },
): Promise<Result<z.input<typeof Conversation>>> {
  const found = await findOpened(ctx, input.id);
  if (!found) return fail('conversations.not_found');
  const { id } = found;
  const [messages, attempts, calls, followUps, history, calendar, settings, drafts, merges, needs] =
    await Promise.all([
      messagesOf(ctx, id),
      attemptsOf(ctx, id),
      callsOf(ctx, id),
      followUpsOf(ctx, id),
      historyOf(ctx, found),
      loadCalendar(ctx, found.calendarId),
      loadSettings(ctx),
      ownDrafts(ctx, 'conversations', id),
      mergesOf(ctx, id),
      neededBy(ctx, found),
    ]);
  const { name = '', phone = '', email = '', address = '', page = '', account = '' } = found.draft;
  return ok({
    ...found,
    draft: { name, phone, email, account, address, page },
    deadline: whyDeadline(startClock(found.normSeconds, calendar, found.openedAt), found.openedAt),
    dialUri: await dialUriFor(ctx, found.phone, found),
    isMine: isMine(ctx, { ownerStaffId: found.owner?.id ?? null, teamId: found.teamId }),
    triesLimit: settings.retryDelaysSeconds.length + 1,
    messages,
    attempts,
    calls,
    followUps,
    history,
    drafts,
    merges,
    needs,
  });
}
