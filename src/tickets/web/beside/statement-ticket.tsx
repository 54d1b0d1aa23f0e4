import { ActionIcon } from '@mantine/core';
import { TicketPlus } from 'lucide-react';
import { Link } from 'react-router';
import type { About } from '../../../billing/web/index.tsx';
import { useTexts } from '../../../ui/texts.ts';

type Props = {
  account: { id: number; subscriberId: number };
  about: About;
  title: string;
};

/** The way from a line of a statement, or a period, to a ticket about it. */
export const StatementTicket = ({ account, about, title }: Props) => {
  const t = useTexts('tickets');
  const params = new URLSearchParams({
    subscriber: String(account.subscriberId),
    account: String(account.id),
    subject: title,
    ...('lineId' in about
      ? { line: String(about.lineId) }
      : { from: about.fromOn, to: about.toOn }),
  });
  return (
    <ActionIcon
      renderRoot={(root) => <Link {...root} to={`/tickets/new?${params}`} />}
      aria-label={t('money.openAbout', { what: title })}
      title={t('money.openAbout', { what: title })}
    >
      <TicketPlus size={16} />
    </ActionIcon>
  );
};
