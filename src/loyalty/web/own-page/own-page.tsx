import { useParams } from 'react-router';
import { EntryFrame } from '../../../ui/entry/entry-frame.tsx';
import { ReadFrame } from '../../../ui/entry/read-frame.tsx';
import { formatDay, formatMoney, formatNumber, formatPercent } from '../../../ui/format.ts';
import { Facts } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type OwnPage, useRead } from '../client.ts';
import css from '../loyalty.module.css';
import { OwnFriends } from './own-friends.tsx';
import { OwnRewards } from './own-rewards.tsx';

/** One's own points, to whoever has the link of their page, on a phone first. */
export const Component = () => {
  const t = useTexts('loyalty');
  const { key = '' } = useParams();
  const read = useRead('GET /api/public/points/{key}', { key });
  return (
    <ReadFrame read={read} title={t('own.title')} goneTitle={t('invited.goneTitle')}>
      {(page) => (
        <EntryFrame title={page.operator} text={t('own.title')}>
          <Shown page={page} />
        </EntryFrame>
      )}
    </ReadFrame>
  );
};

const Shown = ({ page }: { page: OwnPage }) => {
  const t = useTexts('loyalty');
  const { balance, worthMinor, currency, pending, expiring, level, next, streak } = page;
  const count = (points: number): string =>
    t('points', { count: points, number: formatNumber(points) });
  return (
    <div className={css.own}>
      <p className={css.points}>
        <span className={css.huge}>{count(balance)}</span>
        <span className="dim">
          {t('card.worth', { money: formatMoney(worthMinor, currency) })}
          {page.isShared ? `, ${t('own.shared')}` : ''}
        </span>
      </p>
      <Facts
        facts={[
          {
            label: t('card.expiring'),
            value: expiring
              ? t('card.runsOut', { points: count(expiring.points), on: formatDay(expiring.on) })
              : null,
          },
          { label: t('card.pending'), value: pending > 0 ? count(pending) : null },
          { label: t('card.level'), value: level },
          {
            label: t('card.next'),
            value: next
              ? t('card.missing', { level: next.name, points: count(next.missing) })
              : null,
          },
          {
            label: t('card.streak'),
            value: streak > 0 ? t('card.months', { count: streak }) : null,
          },
          {
            label: t('card.privilege'),
            value: page.privilege > 0 ? formatPercent(page.privilege / 100) : null,
          },
        ]}
      />
      <OwnRewards rewards={page.rewards} balance={balance} />
      <OwnFriends page={page} />
    </div>
  );
};
