import { SubscriberAside } from '../../../subscribers/web/index.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { AlikeToThis } from '../beside/alike-tickets.tsx';
import type { Ticket } from '../client.ts';
import css from './open.module.css';
import { TicketFacts } from './ticket-facts.tsx';

/** Whom the ticket is about, and what; then the rest of their card. */
export const TicketAside = ({ ticket }: { ticket: Ticket }) => {
  const t = useTexts('tickets');
  const may = useMay();
  const { subscriberId } = ticket;
  const own = (
    <>
      <TicketFacts ticket={ticket} />
      {ticket.isWorkable ? <AlikeToThis ticket={ticket} /> : null}
    </>
  );
  return (
    <aside className={`${css.aside} scroll`} aria-label={t('open.aside')}>
      {subscriberId !== null && may('subscribers.view') ? (
        <SubscriberAside id={subscriberId}>{own}</SubscriberAside>
      ) : (
        own
      )}
    </aside>
  );
};
