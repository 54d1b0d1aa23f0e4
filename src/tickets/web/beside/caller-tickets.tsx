import type { TicketLine } from '../client.ts';
import { TicketLines } from './ticket-lines.tsx';

const MOST_SHOWN = 3;

/** What is still being done for somebody who calls: what they most likely ask about. */
export const CallerTickets = ({ parts }: { parts: Record<string, unknown> }) => {
  const rows = (parts['tickets'] as TicketLine[] | undefined) ?? [];
  const open = rows.filter(({ state }) => state !== 'done').slice(0, MOST_SHOWN);
  return open.length === 0 ? null : <TicketLines tickets={open} isDue />;
};
