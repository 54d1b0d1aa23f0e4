import type { InputOf } from '../../../ui/call.ts';
import { CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { api } from '../../api.ts';
import { type Ticket, type TicketLine, useRead } from '../client.ts';
import { TicketLines } from './ticket-lines.tsx';
import css from './beside.module.css';

type Asked = InputOf<typeof api, 'GET /api/tickets/alike'>;

const useAlike = (about: Asked): TicketLine[] =>
  useRead('GET /api/tickets/alike', about, { isKept: true }).data?.tickets ?? [];

/** Tickets that may be about the same, before another is made of it. */
export const AlikeTickets = ({ about }: { about: Asked }) => {
  const t = useTexts('tickets');
  const tickets = useAlike(about);
  if (tickets.length === 0) return null;
  return (
    <section className={css.alike} aria-label={t('links.alike')}>
      <strong>{t('links.alike')}</strong>
      <TicketLines tickets={tickets} />
    </section>
  );
};

/** Those beside an open ticket. */
export const AlikeToThis = ({ ticket }: { ticket: Ticket }) => {
  const { subscriberId, state } = ticket;
  if (subscriberId === null || state === 'done') return null;
  return <AlikeBeside ticket={ticket} subscriberId={subscriberId} />;
};

type Beside = { ticket: Ticket; subscriberId: number };

const AlikeBeside = ({ ticket, subscriberId }: Beside) => {
  const t = useTexts('tickets');
  const { id: exceptId, category, subject } = ticket;
  const tickets = useAlike({ subscriberId, categoryId: category.id, subject, exceptId });
  if (tickets.length === 0) return null;
  return (
    <CardSection title={t('links.alike')}>
      <TicketLines tickets={tickets} />
    </CardSection>
  );
};
