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
