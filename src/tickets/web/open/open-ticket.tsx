import { formatInstant, formatNo } from '../../../ui/format.ts';
import { Page } from '../../../ui/show/page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Ticket } from '../client.ts';
import { TicketMarks } from '../marks.tsx';
import { TicketComposer } from './composer.tsx';
import { Feed } from './feed.tsx';
import css from './open.module.css';
import { TicketActions } from './ticket-actions.tsx';
import { TicketAside } from './ticket-aside.tsx';
import { TicketClocks } from './ticket-clocks.tsx';
import { Turn } from './turn.tsx';

/** Whose turn and what happened in the middle; what it is about and whom at the right. */
export const OpenTicket = ({ ticket }: { ticket: Ticket }) => {
  const t = useTexts('tickets');
  const { id, createdBy, openedAt, category } = ticket;
  const opened = createdBy
    ? t('open.openedBy', { at: formatInstant(openedAt), name: createdBy })
    : t('open.opened', { at: formatInstant(openedAt) });
  // A ticket without words of its own bears its category's as its subject.
  const about = category.name === ticket.subject ? '' : category.name;
  return (
    <Page
      title={ticket.subject}
      subtitle={[formatNo(id), about, opened].filter(Boolean).join(' · ')}
      marks={<TicketMarks ticket={ticket} />}
      backTo="/tickets"
      actions={<TicketActions ticket={ticket} />}
    >
      <div className={css.columns}>
        <div className={css.main}>
          <div className={css.head}>
            <Turn ticket={ticket} />
            <TicketClocks ticket={ticket} />
          </div>
          <div
            className={`${css.scroll} scroll`}
            role="group"
            aria-label={t('open.feed')}
            // Nothing in it takes the focus, and a long one is scrolled by keys too.
            tabIndex={0}
          >
            <Feed ticket={ticket} />
          </div>
          {ticket.isWorkable ? <TicketComposer key={id} ticket={ticket} /> : null}
        </div>
        <TicketAside ticket={ticket} />
      </div>
    </Page>
  );
};
