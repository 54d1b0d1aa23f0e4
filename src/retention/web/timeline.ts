import { Heart, PhoneCall, UserRound } from 'lucide-react';
import { formatNo } from '../../ui/format.ts';
import { textIn } from '../../ui/texts.ts';
import type { TimelineWord } from '../../ui/timeline/words.ts';

const step = (name: string, more: Partial<TimelineWord> = {}): Record<string, TimelineWord> => ({
  [`retention.${name}`]: {
    icon: Heart,
    kind: 'cases',
    textKey: `retention:timeline.${name}`,
    pathOf: ({ subjectId }) => `/cases/${subjectId}`,
    values: ({ subjectId, facts }) => ({ ...facts, number: formatNo(subjectId) }),
    ...more,
  },
});

/** How wishes to leave read on a subscriber's timeline. */
export const words: Record<string, TimelineWord> = {
  ...step('case_opened', { tone: 'red' }),
  ...step('wish_joined', { tone: 'red' }),
  ...step('reason_given'),
  ...step('case_assigned', { icon: UserRound }),
  ...step('call_planned', { icon: PhoneCall }),
  ...step('spoken', { icon: PhoneCall }),
  ...step('mood_marked'),
  ...step('case_closed', {
    values: ({ subjectId, facts }) => ({
      number: formatNo(subjectId),
      outcome: textIn('retention')(`choices.outcome.${String(facts['outcome'])}`),
    }),
  }),
  ...step('case_reopened'),
};
