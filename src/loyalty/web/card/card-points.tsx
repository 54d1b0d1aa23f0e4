import { Link } from 'react-router';
import type { Card } from '../../../subscribers/web/index.tsx';
import { formatDay, formatMoney, formatNumber, formatPercent } from '../../../ui/format.ts';
import { type LiveEvent, useLiveRefresh } from '../../../ui/live.ts';
import { CardSection, Facts } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { memberPaths, type PointsPart } from '../client.ts';
import css from '../loyalty.module.css';

/** Points, the level, what is missing to the next, and the friend's code, on a card. */
export const CardPoints = ({ card }: { card: Card }) => {
  const t = useTexts('loyalty');
  const part = card.parts['points'] as PointsPart | null | undefined;
  const isOwn = ({ subscriberId }: LiveEvent): boolean =>
    subscriberId === card.id || card.merged.some(({ id }) => id === subscriberId);
  useLiveRefresh(['loyalty.*'], memberPaths, isOwn);
  if (!part) return null;
  const { balance, pending, expiring, level, levelFallsOn, next, streak, household } = part;
  const count = (points: number): string =>
    t('points', { count: points, number: formatNumber(points) });
  return (
    <CardSection
      title={t('card.title')}
      actions={<Link to={`/subscribers/${card.id}/points`}>{t('card.open')}</Link>}
    >
      <p className={css.points}>
        <span className={css.big}>{count(balance)}</span>
        <span className="dim">
          {t('card.worth', { money: formatMoney(balance * part.pointMinor, part.currency) })}
        </span>
      </p>
      <Facts
        facts={[
          {
            label: t('card.level'),
            value: level
              ? levelFallsOn === null
                ? level.name
                : t('card.falls', { level: level.name, on: formatDay(levelFallsOn) })
              : null,
          },
          {
            label: t('card.next'),
            value: next
              ? t('card.missing', { level: next.name, points: count(next.missing) })
              : null,
          },
          { label: t('card.pending'), value: pending > 0 ? count(pending) : null },
          {
            label: t('card.expiring'),
            value: expiring
              ? t('card.runsOut', { points: count(expiring.points), on: formatDay(expiring.on) })
              : null,
          },
          {
            label: t('card.streak'),
            value: streak > 0 ? t('card.months', { count: streak }) : null,
          },
          {
            label: t('card.privilege'),
            value: part.privilege > 0 ? formatPercent(part.privilege / 100) : null,
          },
          { label: t('card.household'), value: household },
          { label: t('card.code'), value: <code>{part.code}</code> },
          {
            label: t('own.part'),
            value: (
              <a href={part.pagePath} target="_blank" rel="noreferrer">
                {t('own.look')}
              </a>
            ),
          },
        ]}
      />
    </CardSection>
  );
};
