import { Ticket, TicketCheck } from 'lucide-react';
import { fillWith } from '../../ui/slot.tsx';
import { timelineKinds, timelineWords } from '../../ui/timeline/words.ts';
import { defineWeb } from '../../ui/web.ts';

export const web = defineWeb({
  domain: 'tickets',
  fills: [
    fillWith(timelineKinds, { tickets: { textKey: 'tickets:timeline.kind', order: 20 } }),
    fillWith(timelineWords, {
      'tickets.opened': { icon: Ticket, kind: 'tickets', textKey: 'tickets:timeline.opened' },
      'tickets.closed': { icon: TicketCheck, kind: 'tickets', textKey: 'tickets:timeline.closed' },
    }),
  ],
});
