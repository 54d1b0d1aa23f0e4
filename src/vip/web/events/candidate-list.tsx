import { Checkbox } from '@mantine/core';
import { formatNo } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Candidates } from '../client.ts';
import { VipMark } from '../marks.tsx';
import css from './events.module.css';

type Props = {
  found: Candidates;
  chosen: ReadonlySet<number>;
  onChange: (chosen: ReadonlySet<number>) => void;
};

/** Whom one may invite, each with a tick; above them how many want no messages. */
export const CandidateList = ({ found, chosen, onChange }: Props) => {
  const t = useTexts('vip');
  const all = found.candidates.map(({ subscriber }) => subscriber.id);
  const turn = (id: number, isOn: boolean): void =>
    onChange(new Set(isOn ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  if (all.length === 0) return <p className="dim">{t('gatherings.nobody')}</p>;
  return (
    <>
      <Checkbox
        checked={chosen.size === all.length}
        indeterminate={chosen.size > 0 && chosen.size < all.length}
        onChange={({ target }) => onChange(new Set(target.checked ? all : []))}
        label={t('gatherings.all')}
      />
      {found.refused > 0 ? (
        <p className="dim">{t('gatherings.refused', { count: found.refused })}</p>
      ) : null}
      {found.isWhole ? null : <p className="dim">{t('gatherings.part')}</p>}
      <div className={css.candidates}>
        <PickList>
          {found.candidates.map(({ subscriber, tier, acting, isReached }) => (
            <PickRow
              key={subscriber.id}
              picture={
                <Checkbox
                  checked={chosen.has(subscriber.id)}
                  onChange={({ target }) => turn(subscriber.id, target.checked)}
                  aria-label={subscriber.name || formatNo(subscriber.id)}
                />
              }
              title={subscriber.name || formatNo(subscriber.id)}
              text={acting?.name ?? ''}
            >
              {isReached ? null : <Badge tone="amber">{t('gatherings.unreached')}</Badge>}
              <VipMark state="member" tier={tier} isCorporate={false} />
            </PickRow>
          ))}
        </PickList>
      </div>
    </>
  );
};
