import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import type { Card } from '../../../subscribers/web/index.tsx';
import { type LiveEvent, useLiveRefresh } from '../../../ui/live.ts';
import { CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { TicketLine } from '../client.ts';
import { TicketLines } from './ticket-lines.tsx';

/** The latest tickets on a subscriber's card, the open ones first, and the way to a new one. */
export const CardTickets = ({ card }: { card: Card }) => {
  const t = useTexts('tickets');
  const may = useMay();
  const { pathname } = useLocation();
  const all = card.parts['tickets'] as TicketLine[] | null | undefined;
  // Beside a ticket the others are of interest.
  const others = all?.filter(({ id }) => pathname !== `/tickets/${id}`) ?? [];
  const rows = others.length === 0 ? null : others;
  const isOwn = ({ subscriberId }: LiveEvent): boolean =>
    subscriberId === card.id || card.merged.some(({ id }) => id === subscriberId);
  useLiveRefresh(['tickets.*'], ['/api/subscribers/{id}'], isOwn);
  const canAdd = may('tickets.work') && card.erasedAt === null;
  if (!rows && !canAdd) return null;
  return (
    <CardSection
      title={t('list.title')}
      actions={
        canAdd ? (
          <Button
            size="xs"
            variant="subtle"
            leftSection={<Plus size={14} />}
            renderRoot={(root) => <Link {...root} to={`/tickets/new?subscriber=${card.id}`} />}
          >
            {t('card.add')}
          </Button>
        ) : null
      }
    >
      {rows ? <TicketLines tickets={rows} /> : <span className="dim">{t('card.none')}</span>}
    </CardSection>
  );
};
