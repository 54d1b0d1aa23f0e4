import { type Ctx, reachOf } from '../../kernel/context.ts';
import { defineSlot } from '../../kernel/slots.ts';

/** One thing that waits for the person who looks. */
export type HomeRow = {
  /** Null where it is hidden. */
  title: string | null;
  words: string;
  at: Date | null;
  isLate: boolean;
  path: string;
};

/** A figure, beside what it was before; already worded but for its number. */
export type HomeFigure = {
  label: string;
  unit: 'count' | 'money' | 'share' | 'minutes' | 'months';
  good: 'up' | 'down';
  value: number | null;
  before: number | null;
  path: string;
};

/** What needs whoever looks now; a later domain's part of the page one begins with. */
export type HomeCard = {
  /** `domain.name` */
  key: string;
  /** In the reader's language. */
  title: (ctx: Ctx) => string;
  /** Who has it sees the card; or `isFor` says so. */
  permission: string | null;
  isFor?: (ctx: Ctx) => boolean;
  /** From the top: what waits for oneself first, what is led after. */
  order: number;
  /** Where all of it stands. */
  path: string;
  /** Null where nothing is to be said. At most `MOST_HOME_ROWS` rows, the most pressing first. */
  read: (ctx: Ctx) => Promise<{
    /** How many there are, of `MOST_COUNTED` at most. */
    count: number;
    rows: HomeRow[];
    figures?: HomeFigure[];
  } | null>;
};

export const MOST_HOME_ROWS = 5;
export const MOST_COUNTED = 200;

export const homeCards = defineSlot<HomeCard>('work.homeCards');

/** The cards that are the actor's, in order. */
export const cardsFor = (ctx: Ctx): HomeCard[] =>
  homeCards.fills
    .map(({ piece }) => piece)
    .filter(({ permission, isFor }) =>
      isFor ? isFor(ctx) : permission !== null && reachOf(ctx.actor, permission) !== null,
    )
    .toSorted((a, b) => a.order - b.order);
