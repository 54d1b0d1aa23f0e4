import { clockOf, instantOf, localOf } from '../../../ui/form/local-moment.ts';
import type { ShopperTask } from '../client.ts';

export type YesOrNo = 'yes' | 'no' | 'na';

export type ResultValues = {
  askedOn: string;
  askedTime: string;
  /** Left empty where nobody answered. */
  answeredIn: number | undefined;
  recommended: YesOrNo;
  pitched: YesOrNo;
  reasonAsked: YesOrNo;
  words: string;
  staffId: string | null;
};

const wordOf = (told: boolean | null): YesOrNo => (told === null ? 'na' : told ? 'yes' : 'no');
const toldBy = (word: YesOrNo): boolean | null => (word === 'na' ? null : word === 'yes');

export function valuesOf(task: ShopperTask, nowMs: number, zone: string | undefined): ResultValues {
  const asked = localOf(task.askedAt === null ? nowMs : Date.parse(task.askedAt), zone);
  return {
    askedOn: asked.slice(0, 10),
    askedTime: task.askedAt === null ? '' : asked.slice(11, 16),
    answeredIn: task.answeredIn ?? undefined,
    recommended: wordOf(task.recommended),
    pitched: wordOf(task.pitched),
    reasonAsked: wordOf(task.reasonAsked),
    words: task.words,
    staffId: task.staff ? String(task.staff.id) : null,
  };
}

/** Whether it is said when they asked. */
export const isWhole = ({ askedOn, askedTime }: ResultValues): boolean =>
  askedOn !== '' && clockOf(askedTime) !== '';

/** As the server takes it; a time that is none is refused there. */
export const keptResult = (
  { askedOn, askedTime, answeredIn, staffId, words, ...told }: ResultValues,
  zone: string | undefined,
) => ({
  askedAt: instantOf(`${askedOn}T${clockOf(askedTime)}`, zone) ?? '',
  answeredIn: answeredIn ?? null,
  recommended: toldBy(told.recommended),
  pitched: toldBy(told.pitched),
  reasonAsked: toldBy(told.reasonAsked),
  words,
  staffId: staffId === null ? null : Number(staffId),
});
