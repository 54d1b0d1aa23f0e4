import { formatNumber } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { OwnPage } from '../client.ts';

type Props = { rewards: OwnPage['rewards']; balance: number };

/** What the points can be spent on, and how many are missing to what cannot be had yet. */
export const OwnRewards = ({ rewards, balance }: Props) => {
  const t = useTexts('loyalty');
  if (rewards.length === 0) return null;
  const count = (points: number): string =>
    t('points', { count: points, number: formatNumber(points) });
  return (
    <section aria-label={t('own.rewards')}>
      <h2>{t('own.rewards')}</h2>
      <PickList>
        {rewards.map(({ name, words, points, isOpen }) => (
          <PickRow
            key={name}
            title={name}
            text={[
              words,
              count(points),
              !isOpen && t('own.missing', { points: count(points - balance) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          >
            {isOpen ? <Badge tone="green">{t('own.open')}</Badge> : null}
          </PickRow>
        ))}
      </PickList>
      <p className="dim">{t('own.howToSpend')}</p>
    </section>
  );
};
