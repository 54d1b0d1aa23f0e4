import { sql } from 'kysely';

/**
 * How much of a person's limit a conversation of a channel takes, in percent, and how many of them
 * one bears at once. A channel that is not named takes one whole.
 */
export type ChannelLoads = Readonly<Record<string, { percent: number; most: number | null }>>;

const WHOLE_PERCENT = 100;

/** What a conversation takes of one's limit; `row` is it, `settings` the row of desk_settings. */
export const takesOf = (row: string, settings: string) => sql<number>`
  coalesce((${sql.ref(`${settings}.channelLoads`)} -> ${sql.ref(`${row}.channel`)}
            ->> 'percent')::int, ${sql.lit(WHOLE_PERCENT)})`;

export type Hands = {
  loadPercent: number;
  limitPercent: number;
  /** How many of each channel are theirs now. */
  counts: Readonly<Record<string, number>>;
};

/** What one more conversation of the channel takes of one's limit, in percent. */
export const takenPercent = (channel: string, loads: ChannelLoads): number =>
  loads[channel]?.percent ?? WHOLE_PERCENT;

/** Whether somebody can bear one more conversation of the channel. */
export function canBear(hands: Hands, channel: string, loads: ChannelLoads): boolean {
  const most = loads[channel]?.most ?? null;
  if (most !== null && (hands.counts[channel] ?? 0) >= most) return false;
  return hands.loadPercent + takenPercent(channel, loads) <= hands.limitPercent;
}
