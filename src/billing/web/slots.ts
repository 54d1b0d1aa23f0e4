import { defineLookup, defineSlot } from '../../ui/slot.tsx';
import type { Icon } from '../../ui/web.ts';

/** What of an account work can be about. */
export type About = { lineId: number } | { fromOn: string; toOn: string };

/** How a thing of a later domain that points at money, or brought it up, is shown: by its kind. */
export const markWords = defineLookup<{ icon: Icon; pathOf: (id: number) => string }>(
  'billing.markWords',
);

/** What can be begun from a line of a statement, or from a period. */
export const statementActions = defineSlot<{
  account: { id: number; subscriberId: number };
  about: About;
  /** In words: "Абонентская плата 600 ₽ от 01.02.2026". */
  title: string;
}>('billing.statementActions');
