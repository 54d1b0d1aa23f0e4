import type { Tone } from '../show/badge.tsx';
import { defineLookup } from '../slot.tsx';
import type { Icon } from '../web.ts';

export type TimelineEvent = {
  id: number;
  type: string;
  occurredAt: string;
  /** Who did it; null for the system itself. */
  actorName?: string | null;
  subjectKind?: string;
  subjectId?: number;
  facts: Record<string, unknown>;
};

export type TimelineWord = {
  icon: Icon;
  tone?: Tone;
  /** One of the kinds by which the timeline is filtered. */
  kind: string;
  /** A text with its namespace, 'billing:timeline.paid', filled with the values. */
  textKey: string;
  /** The facts themselves unless told; here sums and dates get their form. */
  values?: (facts: Record<string, unknown>) => Record<string, unknown>;
  pathOf?: (event: TimelineEvent) => string;
};

/** How events read on a timeline, by event type. Each domain words its own. */
export const timelineWords = defineLookup<TimelineWord>('timeline.words');

/** The kinds by which a timeline is filtered, in their order: `{ money: { textKey, order } }`. */
export const timelineKinds = defineLookup<{ textKey: string; order: number }>('timeline.kinds');
