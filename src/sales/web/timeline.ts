import {
  BadgePercent,
  Cable,
  CalendarClock,
  Check,
  CircleX,
  FileText,
  Inbox,
  Handshake,
  ListTodo,
  ListChecks,
  MessageCircleQuestion,
  MoveRight,
  Pencil,
  RotateCcw,
  TriangleAlert,
  Trophy,
  Unplug,
} from 'lucide-react';
import { formatNo } from '../../ui/format.ts';
import { textIn } from '../../ui/texts.ts';
import type { TimelineWord } from '../../ui/timeline/words.ts';

const deal = (
  name: string,
  icon: TimelineWord['icon'],
  more: Partial<TimelineWord> = {},
): Record<string, TimelineWord> => ({
  [`sales.${name}`]: {
    icon,
    kind: 'deals',
    textKey: `sales:timeline.${name}`,
    pathOf: ({ subjectId }) => `/deals/${subjectId}`,
    values: ({ subjectId }) => ({ number: formatNo(subjectId) }),
    ...more,
  },
});

const leadPath: Partial<TimelineWord> = {
  pathOf: ({ subjectId }) => `/deals/leads?open=${subjectId}`,
};

/** Of an event that was told before its names were kept, nothing. */
const wordOf = (fact: unknown): string => (typeof fact === 'string' ? fact : '');

/** How leads, deals and answers to pitches read on a subscriber's timeline. */
export const words: Record<string, TimelineWord> = {
  'sales.pitch_answered': {
    icon: BadgePercent,
    kind: 'contact',
    textKey: 'sales:timeline.pitch_answered',
    pathOf: ({ subjectId }) => `/conversations/${subjectId}`,
    values: ({ facts }) => ({
      ...facts,
      answer: textIn('sales')(`answers.${String(facts['answer'])}`),
    }),
  },
  ...deal('lead_brought', Inbox, leadPath),
  ...deal('lead_accepted', Inbox, leadPath),
  ...deal('lead_attached', Inbox, leadPath),
  ...deal('lead_declined', Inbox, leadPath),
  ...deal('deal_opened', Handshake, { tone: 'blue' }),
  ...deal('deal_changed', Pencil),
  ...deal('deal_moved', MoveRight),
  ...deal('deal_won', Trophy, { tone: 'green' }),
  ...deal('deal_lost', CircleX),
  ...deal('deal_reopened', RotateCcw),
  ...deal('deal_connected', Cable, { tone: 'green' }),
  ...deal('deal_late', TriangleAlert, { tone: 'red' }),
  ...deal('deal_escalated', TriangleAlert, { tone: 'red' }),
  ...deal('task_set', ListTodo),
  ...deal('task_done', Check),
  ...deal('task_reopened', ListTodo),
  ...deal('visit_booked', CalendarClock),
  ...deal('visit_moved', CalendarClock),
  ...deal('visit_cancelled', CalendarClock, { tone: 'red' }),
  ...deal('connection_undone', Unplug, { tone: 'red' }),
  ...deal('equipment_handed', Cable, { values: ({ facts }) => facts }),
  ...deal('equipment_returned', Cable, { values: ({ facts }) => facts }),
  ...deal('guided_started', ListChecks),
  ...deal('guided_recommended', BadgePercent, {
    values: ({ facts }) => ({
      tariff: wordOf(facts['tariff']) || textIn('sales')('timeline.nothing'),
    }),
  }),
  ...deal('guided_objected', MessageCircleQuestion, {
    values: ({ facts }) => ({
      objection: wordOf(facts['objection']),
      result: textIn('sales')(facts['hasHelped'] ? 'objections.helped' : 'objections.notHelped'),
    }),
  }),
  ...deal('guided_pitched', BadgePercent, {
    values: ({ facts }) => ({
      product: wordOf(facts['product']),
      answer: textIn('sales')(`answers.${String(facts['answer'])}`),
    }),
  }),
  ...deal('guided_ended', ListChecks, {
    values: ({ facts }) => ({
      outcome: textIn('sales')(`guided.outcomes.${String(facts['outcome'])}`),
    }),
  }),
  ...deal('quote_made', FileText),
  ...deal('quote_withdrawn', FileText),
  ...deal('quote_accepted', FileText, { tone: 'green' }),
  ...deal('quote_declined', FileText, { tone: 'red' }),
  ...deal('quote_sending', FileText),
  ...deal('quote_sent', FileText),
  ...deal('quote_unsent', FileText, { tone: 'red' }),
  ...deal('quote_unsure', FileText, { tone: 'red' }),
  ...deal('care_called', Handshake),
  ...deal('care_late', TriangleAlert, { tone: 'red' }),
  ...deal('care_reopened', RotateCcw),
  ...deal('acceptance_undone', FileText, { tone: 'red' }),
};
