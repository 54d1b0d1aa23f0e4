import {
  AlarmClock,
  CircleCheck,
  Inbox,
  Mail,
  Pencil,
  PhoneCall,
  PhoneIncoming,
  PhoneMissed,
  PhoneOutgoing,
  RotateCcw,
  ShieldAlert,
  ShieldCheck,
  Split,
  TriangleAlert,
  UserRound,
} from 'lucide-react';
import { formatInstant } from '../../ui/format.ts';
import { textIn } from '../../ui/texts.ts';
import { topicIn } from './topic.ts';
import type { TimelineEntry, TimelineWord } from '../../ui/timeline/words.ts';

/** Channels whose conversations open with words of their own. */
const answered: ReadonlySet<unknown> = new Set([
  'email',
  'telegram',
  'vk',
  'chat',
  'call',
  'office',
]);

const pathOf = ({ subjectId }: TimelineEntry): string => `/conversations/${subjectId ?? ''}`;

/** What the texts are filled with; what a base has brought may have no number. */
const wordsOf = (facts: TimelineEntry['facts']): Record<string, unknown> => ({
  ...facts,
  number:
    facts['number'] === undefined ? '' : textIn('conversations')('header.number', { ...facts }),
});

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
    values: ({ facts }) => wordsOf(facts),
    ...more,
  },
});

const outcomeOf = (facts: TimelineEntry['facts']): string =>
  textIn('conversations')(`outcomes.${String(facts['outcome'])}`);

const meansIn = ({ facts }: TimelineEntry): Record<string, unknown> => ({
  ...wordsOf(facts),
  means: textIn('conversations')(`verify.means.${String(facts['means'])}`),
});

/** How conversations read on a subscriber's timeline; what only the desk needs is left out. */
export const conversationWords: Record<string, TimelineWord> = {
  ...word('split_off', Split, { tone: 'blue' }),
  ...word('opened', Inbox, {
    tone: 'blue',
    values: ({ facts }) => ({
      ...wordsOf(facts),
      topic: topicIn(textIn('conversations'), String(facts['topic'])),
      context: answered.has(facts['channel']) ? facts['channel'] : '',
    }),
  }),
  ...word('message_came', Inbox, { tone: 'blue' }),
  ...word('message_edited', Pencil),
  ...word('message_sent', Mail, { tone: 'teal' }),
  ...word('message_failed', TriangleAlert, { tone: 'red' }),
  ...word('taken', UserRound),
  ...word('assigned', UserRound),
  ...word('released', RotateCcw),
  ...word('caller_verified', ShieldCheck, { tone: 'teal', values: meansIn }),
  ...word('caller_refused', ShieldAlert, { tone: 'red', values: meansIn }),
  ...word('caller_let_through', ShieldAlert, {
    tone: 'amber',
    values: ({ facts, details }) => ({ ...wordsOf(facts), reason: details?.['reason'] ?? '' }),
  }),
  ...word('escalated', TriangleAlert, { tone: 'red' }),
  ...word('call_started', PhoneOutgoing, { tone: 'teal' }),
  ...word('call_answered', PhoneIncoming, { tone: 'teal' }),
  ...word('call_missed', PhoneMissed, {
    tone: 'red',
    values: ({ facts }) => ({
      ...wordsOf(facts),
      context: facts['reason'] === 'abandoned' ? 'abandoned' : '',
    }),
  }),
  ...word('outcome_recorded', PhoneCall, {
    tone: 'teal',
    values: ({ facts }) => ({ ...wordsOf(facts), outcome: outcomeOf(facts) }),
  }),
  ...word('follow_up_set', AlarmClock, {
    tone: 'amber',
    values: ({ facts }) => ({ ...wordsOf(facts), at: formatInstant(String(facts['dueAt'])) }),
  }),
  ...word('follow_up_done', CircleCheck, { tone: 'green' }),
  ...word('closed', CircleCheck, {
    values: ({ facts }) => ({
      ...wordsOf(facts),
      outcome: textIn('conversations')(`closings.${String(facts['outcome'])}`),
    }),
  }),
  ...word('reopened', RotateCcw),
};
