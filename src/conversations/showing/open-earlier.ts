import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { FeedPage } from '../api/shapes.ts';
import { findOpened } from './find-opened.ts';
import { feedPage } from './said-and-done.ts';

/** What was said and done before the moment from which on a conversation is shown. */
export async function openEarlier(
  ctx: Ctx,
  { id, before }: { id: number; before: string },
): Promise<Result<z.input<typeof FeedPage>>> {
  const found = await findOpened(ctx, id);
  if (!found) return fail('conversations.not_found');
  return ok(await feedPage(ctx, found, new Date(before)));
}
