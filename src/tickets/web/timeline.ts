import {
  Eye,
  Link2,
  Link2Off,
  Merge,
  MessagesSquare,
  StickyNote,
  Paperclip,
  Pencil,
  Receipt,
  RotateCcw,
  Speech,
  Split,
  Tag,
  Ticket,
  TicketCheck,
  TriangleAlert,
} from 'lucide-react';
import { formatNo } from '../../ui/format.ts';
import type { TimelineEntry, TimelineWord } from '../../ui/timeline/words.ts';

const word = (
  name: string,
  icon: TimelineWord['icon'],
  more: Partial<TimelineWord> = {},
): Record<string, TimelineWord> => ({
  [`tickets.${name}`]: {
    icon,
    kind: 'tickets',
    textKey: `tickets:timeline.${name}`,
    pathOf: ({ subjectId }: TimelineEntry) => `/tickets/${subjectId}`,
    values: ({ subjectId, facts }) => ({ ...facts, number: formatNo(subjectId) }),
    ...more,
  },
});

/** How tickets read on a subscriber's timeline. */
export const ticketWords: Record<string, TimelineWord> = {
  ...word('opened', Ticket, { tone: 'blue' }),
  ...word('changed', Pencil),
  ...word('closed', TicketCheck, { tone: 'green' }),
  ...word('reopened', RotateCcw),
  ...word('labelled', Tag),
  ...word('noted', StickyNote, { tone: 'amber' }),
  ...word('told', Speech, { tone: 'teal' }),
  ...word('file_attached', Paperclip),
  ...word('watchers_changed', Eye),
  ...word('escalated', TriangleAlert, { tone: 'red' }),
  ...word('linked', Link2),
  ...word('unlinked', Link2Off),
  ...word('subject_added', Receipt),
  ...word('subject_removed', Receipt),
  ...word('split', Split),
  ...word('split_off', Split),
  ...word('unsplit', Merge),
  ...word('merged', Merge),
  ...word('unmerged', Split),
  ...word('conversation_joined', MessagesSquare),
};
