import type { Ctx } from '../../kernel/context.ts';
import { loadSettings } from '../settings/desk-clock.ts';
import { dialUriFor } from './dial.ts';
import type { Opened } from '../showing/find-opened.ts';

/** By what a conversation is called from the viewer's own phone, and how often it is tried. */
export async function callsAhead(
  ctx: Ctx,
  found: Opened,
): Promise<{ dialUri: string; triesLimit: number }> {
  const { retryDelaysSeconds } = await loadSettings(ctx);
  return {
    dialUri: await dialUriFor(ctx, found.phone, found),
    triesLimit: retryDelaysSeconds.length + 1,
  };
}
