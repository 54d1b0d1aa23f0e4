import { Link } from 'react-router';
import { formatNo } from '../../../ui/format.ts';
import { CardSection, Facts, type Fact } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useAttributes } from '../../../work/web/index.tsx';
import type { Ticket } from '../client.ts';
import { useFieldWords } from '../field-words.ts';
import { TicketBilling } from './billing/ticket-billing.tsx';
import { FieldSelects } from './field-selects.tsx';
import { LinkedTickets } from './linked-tickets.tsx';
import css from './open.module.css';

/** What else is known of it. */
const Rest = ({ ticket }: { ticket: Ticket }) => {
  const t = useTexts('tickets');
  const attributes = useAttributes('tickets');
  const { shown } = useFieldWords(ticket.names);
  const facts: Fact[] = [
    { label: t('fields.externalNumber'), value: ticket.externalNumber },
    { label: t('open.signs'), value: ticket.signs.join(', ') },
    { label: t('fields.account'), value: ticket.account?.number },
    { label: t('fields.serviceAddressId'), value: ticket.address },
    ...attributes
      .filter(({ key }) => ticket.attributes[key] !== undefined)
      .map(({ key, label }) => ({
        label,
        value: shown(`attributes.${key}`, ticket.attributes[key]),
      })),
    {
      label: t('open.watchers'),
      value: ticket.watchers.map(({ name }) => name).join(', '),
    },
  ];
  const isEmpty = facts.every(({ value }) => !value);
  return isEmpty ? null : (
    <CardSection>
      <Facts facts={facts} />
    </CardSection>
  );
};

/** Whose it is, what it is about, and the conversations that it came from. */
export const TicketFacts = ({ ticket }: { ticket: Ticket }) => {
  const t = useTexts('tickets');
  const may = useMay();
  return (
    <>
      <CardSection title={t('open.ticket')}>
        <FieldSelects ticket={ticket} />
      </CardSection>
      <Rest ticket={ticket} />
      {may('billing.view') ? <TicketBilling ticket={ticket} /> : null}
      <LinkedTickets ticket={ticket} />
      {ticket.conversations.length === 0 ? null : (
        <CardSection title={t('open.conversations')}>
          <ul className={css.links}>
            {ticket.conversations.map(({ id, number, channel }) => (
              <li key={id}>
                <Link to={`/conversations/${id}?queue=all`}>{formatNo(number)}</Link>{' '}
                <span className="dim">{t(`conversations:channels.${channel}`)}</span>
              </li>
            ))}
          </ul>
        </CardSection>
      )}
    </>
  );
};
