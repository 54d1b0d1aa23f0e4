import type { ComponentType } from 'react';
import type { Tone } from '../show/badge.tsx';
import { defineLookup } from '../slot.tsx';
import type { Icon } from '../web.ts';

/** One thing that happened, as the server's timelines give it. */
export type TimelineEntry = {
  /** Where it was read from; ids are unique within one source. */
  source: string;
  id: number;
  at: string;
  type: string;
  subjectKind: string;
  subjectId: number;
  facts: Record<string, unknown>;
  /** Personal values such as texts and former names, gone after an erasure. */
  details: Record<string, unknown> | null;
  /** Who did it; null for the system itself. */
  actorName: string | null;
};

export type TimelineWord = {
  icon: Icon;
  tone?: Tone;
  /** One of the kinds by which the timeline is filtered. */
  kind: string;
  /** Of what happens every month: the text of one line for many in a row, with their `count`. */
  everydayKey?: string;
  /** A text with its namespace, 'billing:timeline.paid', filled with the values. */
  textKey: string;
  /** Facts and details themselves unless told; here sums and dates get their form. */
  values?: (entry: TimelineEntry) => Record<string, unknown>;
  pathOf?: (entry: TimelineEntry) => string;
  /** Stands under the words: the text of a note, what changed into what. */
  Details?: ComponentType<{ entry: TimelineEntry }>;
};

/** How events read on a timeline, by event type. Each domain words its own. */
export const timelineWords = defineLookup<TimelineWord>('timeline.words');

/** The kinds by which a timeline is filtered, in their order: `{ money: { textKey, order } }`. */
export const timelineKinds = defineLookup<{ textKey: string; order: number }>('timeline.kinds');
