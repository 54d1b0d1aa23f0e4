import { useParams } from 'react-router';
import { formatDay } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { EventActions } from './event-actions.tsx';
import { EventBody } from './event-body.tsx';

/** One event: guests, places, results, costs, photos, and what it came to. */
export const Component = () => {
  const t = useTexts('vip');
  const id = Number(useParams()['id']);
  const { data: event, error, refetch } = useRead('GET /api/vip-events/{id}', { id });
  return (
    <Page
      title={event?.name ?? t('gatherings.one')}
      {...(event
        ? {
            subtitle: [formatDay(event.on, 'weekday'), event.beginsAt, event.place]
              .filter(Boolean)
              .join(' · '),
          }
        : {})}
      backTo="/vip/events"
      layout="padded"
      marks={event?.isCancelled ? <Badge tone="red">{t('gatherings.cancelled')}</Badge> : undefined}
      actions={event?.isLed ? <EventActions event={event} /> : undefined}
    >
      {error ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
      {event ? <EventBody event={event} /> : null}
    </Page>
  );
};
