import { bulkLoad as loadConversations } from '../conversations/index.ts';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import type { DealLoad } from '../sales/index.ts';
import { type Random, randomOf } from './random.ts';
import type { DemoPlan } from './subscriber-at.ts';

/** Whoever comes by these asks to be called back. */
const asking: readonly (string | undefined)[] = ['Сайт', 'Звонок', 'Мессенджер', 'Реклама'];
/** So many of the requests behind deals were called back late, by what came of the deal. */
const LATE = { won: 0.25, lost: 0.65, open: 0.5 } as const;
/** Of the late ones so many waited for hours; the others for minutes. */
const HOURS = 0.3;
const NORM_SECONDS = 60;
const TALK_SECONDS = 600;

/**
 * Writes the requests of which deals were made: who was called back late bought less
 * often. The same deal always has the same.
 * @returns deals with their conversations
 */
export async function writeRequests(
  ctx: BulkCtx,
  { seed, today }: DemoPlan,
  deals: readonly DealLoad[],
): Promise<DealLoad[]> {
  const asked = deals.flatMap((deal, at) => {
    const random = randomOf(`${seed} asked`, at);
    const seconds = waitOf(random, deal);
    const closedAt = new Date(deal.openedAt.getTime() + (seconds + TALK_SECONDS) * 1000);
    // Only what is over by today has happened.
    const isTold = asking.includes(deal.source) && closedAt <= today;
    return isTold ? [{ at, deal, seconds, closedAt }] : [];
  });
  const ids = await loadConversations(
    ctx,
    asked.map(({ deal, seconds, closedAt }) => ({
      channel: 'site_form',
      subscriberId: null,
      subject: 'connect',
      text: deal.wanted ?? '',
      openedAt: deal.openedAt,
      closedAt,
      outcome: 'reached',
      touch: { seconds, staffId: deal.ownerStaffId ?? null },
    })),
  );
  const conversationOf = new Map(asked.map(({ at }, place) => [at, ids[place] ?? null]));
  return deals.map((deal, at) => ({ ...deal, conversationId: conversationOf.get(at) ?? null }));
}

function waitOf(random: Random, { state }: DealLoad): number {
  if (!random.chance(LATE[state])) return random.between(5, NORM_SECONDS);
  return random.chance(HOURS) ? random.between(3600, 40_000) : random.between(90, 1800);
}
