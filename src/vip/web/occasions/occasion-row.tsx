import { Button, Menu } from '@mantine/core';
import { useNavigate } from 'react-router';
import { formatDay, formatNo } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { greetingWays } from '../../kinds.ts';
import { type Occasion, useWrite } from '../client.ts';

const paths = ['/api/vip-occasions', '/api/vip/{id}/occasions', '/api/vip-sheet'];

type Props = { one: Occasion; isNamed?: boolean; onPick?: () => void };

/** One day: whose it is, and how they were greeted of it, or will be. */
export const OccasionRow = ({ one, isNamed = false, onPick }: Props) => {
  const t = useTexts('vip');
  const go = useNavigate();
  const { subscriber, kind, name, on, year, greetedBy, isStale } = one;
  const years = year === null ? null : Number(on.slice(0, 4)) - year;
  const what = [t(`occasionKinds.${kind}`), name].filter(Boolean).join(': ');
  const open = onPick ?? (isNamed ? () => void go(`/vip/clients/${subscriber.id}`) : undefined);
  return (
    <PickRow
      title={isNamed ? subscriber.name || formatNo(subscriber.id) : what}
      text={[
        formatDay(on),
        isNamed && what,
        years !== null && years > 0 && t('occasions.years', { count: years }),
      ]
        .filter(Boolean)
        .join(' · ')}
      {...(open ? { onPick: open } : {})}
    >
      {isStale ? <Badge tone="amber">{t('occasions.stale')}</Badge> : null}
      {one.greetBy === 'message' && greetedBy === null ? (
        <Badge>{t('occasions.byItself')}</Badge>
      ) : null}
      {greetedBy === null ? (
        <GreetMenu one={one} />
      ) : (
        <Badge tone="green">{t(`greetingWays.${greetedBy}`)}</Badge>
      )}
    </PickRow>
  );
};

const GreetMenu = ({ one }: { one: Occasion }) => {
  const t = useTexts('vip');
  const note = useWrite('POST /api/vip/{id}/greetings', paths);
  const { key, on, subscriber } = one;
  return (
    <Menu>
      <Menu.Target>
        <Button size="xs" loading={note.isPending}>
          {t('occasions.greeted')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {greetingWays.map((way) => (
          <Menu.Item
            key={way}
            onClick={() =>
              void note.mutateAsync({ id: subscriber.id, key, on, way }).catch(notifyProblem)
            }
          >
            {t(`greetingWays.${way}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
