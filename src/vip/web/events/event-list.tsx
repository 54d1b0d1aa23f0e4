import { useNavigate } from 'react-router';
import { formatDay, formatMoney } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { ListedEvent } from '../client.ts';

type Props = { title: string; events: readonly ListedEvent[]; currency: string };

/** Events with how many come and what is spent, a click opens one. */
export const EventList = ({ title, events, currency }: Props) => {
  const t = useTexts('vip');
  const go = useNavigate();
  if (events.length === 0) return null;
  const money = (minor: number): string => formatMoney(minor, currency);
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <PickList>
        {events.map((event) => (
          <PickRow
            key={event.id}
            title={event.name}
            text={[
              formatDay(event.on),
              event.beginsAt,
              event.place,
              event.kindName || t(`eventKinds.${event.kind}`),
              event.inCharge.name,
              `${t('gatherings.spent')} ${money(event.spentMinor)} / ${money(event.budgetMinor)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
            onPick={() => void go(`/vip/events/${event.id}`)}
          >
            {event.isCancelled ? <Badge tone="red">{t('gatherings.cancelled')}</Badge> : null}
            {event.askedMinor > 0 ? (
              <Badge tone="amber">{t('gatherings.asked', { sum: money(event.askedMinor) })}</Badge>
            ) : null}
            <Badge>{`${t('gatherings.invited')}: ${event.invited}`}</Badge>
            <Badge tone="green">
              {event.came > 0
                ? `${t('gatherings.came')}: ${event.came}`
                : `${t('gatherings.accepted')}: ${event.accepted}`}
            </Badge>
          </PickRow>
        ))}
      </PickList>
    </section>
  );
};
