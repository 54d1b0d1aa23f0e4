import { LabelChips } from '../../work/web/index.tsx';
import { Badge } from '../../ui/show/badge.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { Ticket } from './client.ts';
import { priorityTones, stateTones } from './tones.ts';

/** Whose turn it is. */
export const StateMark = ({ state }: { state: Ticket['state'] }) => {
  const t = useTexts('tickets');
  return <Badge tone={stateTones[state]}>{t(`choices.state.${state}`)}</Badge>;
};

/** How much it presses. */
export const PriorityMark = ({ priority }: { priority: Ticket['priority'] }) => {
  const t = useTexts('tickets');
  return <Badge tone={priorityTones[priority]}>{t(`choices.priority.${priority}`)}</Badge>;
};

/** What presses, and what it bears. */
export const TicketMarks = ({ ticket }: { ticket: Pick<Ticket, 'priority' | 'labels'> }) => (
  <>
    <PriorityMark priority={ticket.priority} />
    <LabelChips labels={ticket.labels} />
  </>
);
