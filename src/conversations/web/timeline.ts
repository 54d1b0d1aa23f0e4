import {
  AlarmClock,
  CircleCheck,
  Inbox,
  PhoneCall,
  PhoneOutgoing,
  RotateCcw,
  TriangleAlert,
  UserRound,
} from 'lucide-react';
import { formatCount, formatInstant } from '../../ui/format.ts';
import { textIn } from '../../ui/texts.ts';
import type { TimelineEntry, TimelineWord } from '../../ui/timeline/words.ts';

const pathOf = ({ subjectId }: TimelineEntry): string => `/conversations/${subjectId ?? ''}`;

const word = (
  name: string,
  icon: TimelineWord['icon'],
  more: Partial<TimelineWord> = {},
): Record<string, TimelineWord> => ({
  [`conversations.${name}`]: {
    icon,
    kind: 'contact',
    textKey: `conversations:timeline.${name}`,
    pathOf,
    ...more,
  },
});

const outcomeOf = (facts: TimelineEntry['facts']): string =>
  textIn('conversations')(`outcomes.${String(facts['outcome'])}`);

/** How conversations read on a subscriber's timeline; what only the desk needs is left out. */
export const conversationWords: Record<string, TimelineWord> = {
  ...word('opened', Inbox, {
    tone: 'blue',
    values: ({ facts }) => ({
      ...facts,
      topic: textIn('conversations')(`topics.${String(facts['topic'])}`),
    }),
  }),
  ...word('message_came', Inbox, { tone: 'blue' }),
  ...word('taken', UserRound),
  ...word('assigned', UserRound),
  ...word('released', RotateCcw),
  ...word('escalated', TriangleAlert, { tone: 'red' }),
  ...word('call_started', PhoneOutgoing, {
    tone: 'teal',
    values: ({ facts }) => ({ ...facts, after: formatCount(Number(facts['touchSeconds'] ?? 0)) }),
  }),
  ...word('outcome_recorded', PhoneCall, {
    tone: 'teal',
    values: ({ facts }) => ({ ...facts, outcome: outcomeOf(facts) }),
  }),
  ...word('follow_up_set', AlarmClock, {
    tone: 'amber',
    values: ({ facts }) => ({ ...facts, at: formatInstant(String(facts['dueAt'])) }),
  }),
  ...word('follow_up_done', CircleCheck, { tone: 'green' }),
  ...word('closed', CircleCheck, {
    values: ({ facts }) => ({
      ...facts,
      outcome: textIn('conversations')(`closings.${String(facts['outcome'])}`),
    }),
  }),
  ...word('reopened', RotateCcw),
};
