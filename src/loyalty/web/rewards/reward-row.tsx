import { formatNumber } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Reward } from '../client.ts';

/** A reward in a line: what it is, for whom, how many are left, and for how many points. */
export const RewardRow = ({ reward, onPick }: { reward: Reward; onPick: () => void }) => {
  const t = useTexts('loyalty');
  const { name, words, level, stock, coupons, kind, product, redeemed, points } = reward;
  const counted = (key: 'left' | 'given', count: number): string =>
    t(`rewards.${key}`, { count, number: formatNumber(count) });
  const parts = [
    words,
    product,
    level !== null && t('rewards.fromLevel', { level }),
    stock !== null && counted('left', stock),
    kind === 'coupon' && counted('left', coupons),
    redeemed > 0 && counted('given', redeemed),
  ].filter((part) => part !== false && part !== null && part !== '');
  return (
    <PickRow title={name} text={parts.join(' · ')} onPick={onPick}>
      {reward.isArchived ? <Badge>{t('archived')}</Badge> : null}
      <Badge tone="teal">{t(`rewards.kinds.${kind}`)}</Badge>
      <span className="tabular">
        {t('points', { count: points, number: formatNumber(points) })}
      </span>
    </PickRow>
  );
};
