import { type Ctx, reachOf } from '../../kernel/context.ts';
import type { Result } from '../../kernel/result.ts';
import { defineSlot } from '../../kernel/slots.ts';

/** Where a page of a source goes on: after this deadline and number. */
export type TaskPlace = readonly [dueAt: string, id: number];

/** Something to be done for a subscriber that nobody has asked for: a call of a play. */
export type OpenTask = {
  id: number;
  subscriberId: number;
  name: string;
  /** What is to be done, and why; in the reader's language. */
  title: string;
  words: string;
  isMine: boolean;
  /** How often nobody answered. */
  tries: number;
  dueAt: Date;
};

/** Tasks that rest until their hour. */
export type Resting = { count: number; from: Date | null };

/** A later domain's tasks, shown with all others in one queue of the desk. */
export type TaskSource = {
  /** As in addresses: `play`. */
  kind: string;
  /** Who works on them; to others they do not stand in the queue. */
  permission: string;
  /**
   * What may be done now, of the asker's own and nobody's, or nobody's alone; the earliest due
   * first, with an index for that order.
   */
  page: (
    ctx: Ctx,
    asked: { after: TaskPlace | null; limit: number; isNobodys: boolean },
  ) => Promise<OpenTask[]>;
  /** The same, counted, of `most` at most. */
  count: (ctx: Ctx, most: number) => Promise<number>;
  /** What may be done later only, of the same: how many, and from when the first. */
  resting: (ctx: Ctx) => Promise<Resting>;
  /** Takes one upon whoever acts; fails where it is somebody's or over by now. */
  take: (ctx: Ctx, id: number) => Promise<Result<unknown>>;
};

export const taskSources = defineSlot<TaskSource>('work.taskSources');

/** The sources whose tasks are the actor's to do, in the order of their kinds. */
export const sourcesFor = ({ actor }: Ctx): TaskSource[] =>
  taskSources.fills
    .map(({ piece }) => piece)
    .filter(({ permission }) => reachOf(actor, permission) !== null)
    .toSorted((a, b) => (a.kind < b.kind ? -1 : 1));
