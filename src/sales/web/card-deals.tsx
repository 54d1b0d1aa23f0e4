import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { Link } from 'react-router';
import type { Card } from '../../subscribers/web/index.tsx';
import { formatInstant, formatNo } from '../../ui/format.ts';
import { type LiveEvent, useLiveRefresh } from '../../ui/live.ts';
import { CardSection } from '../../ui/show/facts.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { DealLine } from './client.ts';
import { DealMark } from './marks.tsx';
import css from './card-deals.module.css';

/** The latest deals on a subscriber's card, the open ones first, and the way to a new one. */
export const CardDeals = ({ card }: { card: Card }) => {
  const t = useTexts('sales');
  const deals = (card.parts['deals'] as DealLine[] | null | undefined) ?? [];
  const isOwn = ({ subscriberId }: LiveEvent): boolean =>
    subscriberId === card.id || card.merged.some(({ id }) => id === subscriberId);
  useLiveRefresh(['sales.*'], ['/api/subscribers/{id}'], isOwn);
  if (card.erasedAt !== null && deals.length === 0) return null;
  const asked = new URLSearchParams({ subscriber: String(card.id), name: card.displayName });
  return (
    <CardSection
      title={t('deals.list')}
      actions={
        <Button
          size="xs"
          variant="subtle"
          leftSection={<Plus size={14} />}
          renderRoot={(root) => <Link {...root} to={`/deals/new?${asked}`} />}
        >
          {t('card.add')}
        </Button>
      }
    >
      {deals.length === 0 ? <span className="dim">{t('card.none')}</span> : null}
      <ul className={css.lines}>
        {deals.map(({ id, stage, state, openedAt }) => (
          <li key={id}>
            <Link to={`/deals/${id}`} className="cut">
              {formatNo(id)} · {stage}
            </Link>
            <span className="dim">{formatInstant(openedAt, 'dayMonth')}</span>
            <DealMark state={state} />
          </li>
        ))}
      </ul>
    </CardSection>
  );
};
