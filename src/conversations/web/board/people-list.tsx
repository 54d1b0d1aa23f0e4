import { Phone } from 'lucide-react';
import { StateMenu } from '../../../staff/web/index.tsx';
import { formatInstant, formatNumber } from '../../../ui/format.ts';
import { Avatar } from '../../../ui/show/avatar.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { Ago } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Board } from './board-totals.tsx';
import css from './board.module.css';

type AtWork = Board['people'][number];

const MOST_SHARE = 100;

/** How full their hands are, as a bar that a glance takes in. */
const Load = ({ load, loadLimit }: Pick<AtWork, 'load' | 'loadLimit'>) => {
  const t = useTexts('conversations');
  const share = Math.min(MOST_SHARE, Math.round((load / Math.max(1, loadLimit)) * MOST_SHARE));
  const words = t('more.load', { load: formatNumber(load, 1), loadLimit });
  return (
    <span className={css.load} title={words}>
      <span className={css.bar} aria-hidden="true">
        <span style={{ width: `${share}%` }} data-full={load >= loadLimit} />
      </span>
      <span className={`tabular ${css.loadWords}`}>{words}</span>
    </span>
  );
};

/** What the plan says of them, where it says something else than what they do. */
const PlanMark = ({ missingSince, isOffShift, isLeftOver }: AtWork) => {
  const t = useTexts('conversations');
  if (missingSince !== null) {
    const time = formatInstant(missingSince, 'time');
    return <Badge tone="red">{t('board.missing', { time })}</Badge>;
  }
  if (isLeftOver) return <Badge tone="amber">{t('board.leftOver')}</Badge>;
  return isOffShift ? <Badge tone="gray">{t('board.offShift')}</Badge> : null;
};

/** Who works now, who rests, and who is not here. */
export const PeopleList = ({ people }: { people: AtWork[] }) => {
  const t = useTexts('conversations');
  return (
    <section className={css.people} aria-label={t('board.people')}>
      <h2>{t('board.people')}</h2>
      <ul>
        {people.map((person) => (
          <li key={person.id} data-away={person.state === 'away'}>
            <Avatar name={person.name} sizePx={28} />
            <span className={css.who}>
              <span className="cut">{person.name}</span>
              <span className="dim cut">
                {person.team}{' '}
                {person.since && person.state !== 'away' ? <Ago at={person.since} /> : null}
              </span>
            </span>
            <PlanMark {...person} />
            {person.late > 0 ? (
              <Badge tone="red">{t('board.lateOf', { count: person.late })}</Badge>
            ) : null}
            {person.isCalling ? <Phone size={14} aria-label={t('act.going')} /> : null}
            <Load {...person} />
            <StateMenu {...person} isHere={person.since !== null} />
          </li>
        ))}
      </ul>
    </section>
  );
};
