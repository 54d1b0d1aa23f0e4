import { SubscriberAside } from '../../../subscribers/web/index.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { AlikeToThis } from '../beside/alike-tickets.tsx';
import type { Ticket } from '../client.ts';
import css from './open.module.css';
import { TicketFacts } from './ticket-facts.tsx';

/** What the ticket is about, and whom. */
export const TicketAside = ({ ticket }: { ticket: Ticket }) => {
  const t = useTexts('tickets');
  const may = useMay();
  const { subscriberId } = ticket;
  return (
    <aside className={`${css.aside} scroll`} aria-label={t('open.aside')}>
      <TicketFacts ticket={ticket} />
      {ticket.isWorkable ? <AlikeToThis ticket={ticket} /> : null}
      {subscriberId !== null && may('subscribers.view') ? (
        <SubscriberAside id={subscriberId} />
      ) : null}
    </aside>
  );
};
