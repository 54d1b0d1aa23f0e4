import type { z } from 'zod';
import { Link } from 'react-router';
import type { Card } from '../../../subscribers/web/index.tsx';
import { formatInstant } from '../../../ui/format.ts';
import { type LiveEvent, useLiveRefresh } from '../../../ui/live.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { OnCard } from '../../api/shapes.ts';
import { topicIn } from '../topic.ts';
import css from './person.module.css';

/** The latest requests on a subscriber's card, the open ones first; each opens its conversation. */
export const CardConversations = ({ card }: { card: Card }) => {
  const t = useTexts('conversations');
  const rows = card.parts['conversations'] as z.output<typeof OnCard>[] | null | undefined;
  const isOwn = ({ subscriberId }: LiveEvent): boolean =>
    subscriberId === card.id || card.merged.some(({ id }) => id === subscriberId);
  useLiveRefresh(['conversations.*'], ['/api/subscribers/{id}'], isOwn);
  if (!rows) return null;
  return (
    <CardSection title={t('onCard.title')}>
      <ul className={css.requests}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={`/conversations/${row.id}?queue=all`} className="cut">
              {t('onCard.number', row)} · {topicIn(t, row.subject)}
            </Link>
            <span className="dim">{formatInstant(row.openedAt, 'dayMonth')}</span>
            {row.closedOutcome === null ? (
              <Badge tone="amber">{row.ownerName ?? t('row.nobodys')}</Badge>
            ) : (
              <Badge>{t(`closings.${row.closedOutcome}`)}</Badge>
            )}
          </li>
        ))}
      </ul>
    </CardSection>
  );
};
