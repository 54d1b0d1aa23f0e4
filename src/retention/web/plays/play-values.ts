import type { useForm } from '../../../ui/form/use-form.ts';
import { majorOf, minorOf } from '../../../ui/format.ts';
import type { Play, PlayFields } from './client.ts';

/** A play as its form holds it. */
export type PlayValues = Pick<
  Play,
  'name' | 'signal' | 'reason' | 'action' | 'words' | 'isArchived'
> & {
  bound: number | undefined;
  segmentId: string | null;
  whomSegmentId: string | null;
  offerId: string | null;
  cooldownDays: number | undefined;
  budget: number | undefined;
};

export type FormOfPlay = ReturnType<typeof useForm<PlayValues, number | null>>;

const text = (id: number | null | undefined): string | null => (id ? String(id) : null);
const number = (id: string | null): number | null => (id === null ? null : Number(id));

export const valuesOf = (play: Play | null, currency: string): PlayValues => ({
  name: play?.name ?? '',
  signal: play?.signal ?? 'complaint_closed',
  bound: play?.bound ?? 24,
  segmentId: text(play?.segmentId),
  whomSegmentId: text(play?.whomSegmentId),
  reason: play?.reason ?? 'service',
  action: play?.action ?? 'call',
  offerId: text(play?.offerId),
  words: play?.words ?? '',
  cooldownDays: play?.cooldownDays ?? 90,
  budget: play?.budgetMinor == null ? undefined : majorOf(play.budgetMinor, currency),
  isArchived: play?.isArchived ?? false,
});

/** As the server takes them. */
export const fieldsOf = (values: PlayValues, currency: string): PlayFields => {
  const { name, signal, reason, action, words, bound = 0, cooldownDays = 90, budget } = values;
  return {
    name,
    signal,
    reason,
    action,
    words,
    bound,
    cooldownDays,
    segmentId: number(values.segmentId),
    whomSegmentId: number(values.whomSegmentId),
    offerId: number(values.offerId),
    budgetMinor: budget === undefined ? null : minorOf(budget, currency),
  };
};
