import { useNavigate } from 'react-router';
import { formatDay } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';

/** To what a client was asked, whether they came and what they got. */
export const ClientEvents = ({ id }: { id: number }) => {
  const t = useTexts('vip');
  const go = useNavigate();
  const { data } = useRead('GET /api/vip/{id}/events', { id });
  if (!data) return null;
  return (
    <section aria-label={t('gatherings.ofClient')}>
      <h2>{t('gatherings.ofClient')}</h2>
      {data.events.length === 0 ? <p className="dim">{t('gatherings.ofClientNone')}</p> : null}
      {data.events.length === 0 ? null : (
        <PickList>
          {data.events.map((one) => (
            <PickRow
              key={one.eventId}
              title={one.name}
              text={[
                formatDay(one.on),
                one.isCancelled && t('gatherings.wasCalledOff'),
                one.team,
                one.place && t('gatherings.nth', { place: one.place }),
                one.companions > 0 && t('gatherings.companionsOf', { count: one.companions }),
                one.wishes,
              ]
                .filter(Boolean)
                .join(' · ')}
              onPick={() => void go(`/vip/events/${one.eventId}`)}
            >
              {one.prize === null ? null : <Badge tone="gold">{t(`prizes.${one.prize}`)}</Badge>}
              <Badge tone={one.hasCome ? 'green' : 'gray'}>
                {one.hasCome === null
                  ? t(`guestStates.${one.state}`)
                  : t(one.hasCome ? 'gatherings.hasCome' : 'gatherings.hasNotCome')}
              </Badge>
            </PickRow>
          ))}
        </PickList>
      )}
    </section>
  );
};
