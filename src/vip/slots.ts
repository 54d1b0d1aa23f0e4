import type { Ctx } from '../kernel/context.ts';
import { defineSlot } from '../kernel/slots.ts';
import type { LineKind } from './kinds.ts';

/** What goes wrong where a client is served, as the sheet tells it. */
export type SiteTrouble = { subscriberId: number; words: string; since: Date; path: string | null };

/**
 * Filled by whoever watches the network: what stands at this moment at the sites of these clients.
 */
export const siteTroubles =
  defineSlot<(ctx: Ctx, subscriberIds: readonly number[]) => Promise<readonly SiteTrouble[]>>(
    'vip.siteTroubles',
  );

/** One line of a personal manager's day. */
export type SheetLine = {
  subscriberId: number;
  /** What it is, unique among a client's lines: by it a line is ticked. */
  key: string;
  kind: LineKind;
  on?: string | null;
  minor?: number | null;
  count?: number | null;
  words?: string | null;
  path?: string | null;
};
