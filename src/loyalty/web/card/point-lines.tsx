import { formatDay, formatNumber } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Points } from '../client.ts';
import { LimitRows } from './limit-rows.tsx';

type Line = Points['lines'][number];
type Waiting = Points['waiting'][number];

/** How the points came to be what they are, line by line, what is earned but waits, and limits. */
export const PointLines = ({ points }: { points: Points }) => {
  const t = useTexts('loyalty');
  const { lines, waiting, limits, level, levelSince, levelPoints, hasMore } = points;
  const sign = (of: number): string => (of > 0 ? `+${formatNumber(of)}` : formatNumber(of));
  return (
    <>
      {level && levelSince ? (
        <p className="dim">
          {t('card.levelSince', {
            level: level.name,
            on: formatDay(levelSince),
            points: formatNumber(levelPoints ?? 0),
          })}
        </p>
      ) : null}
      {waiting.length === 0 ? null : (
        <FigureTable<Waiting>
          title={t('card.waiting')}
          empty=""
          rows={waiting}
          keyOf={({ id }) => String(id)}
          columns={[
            { key: 'name', label: t('card.columns.what'), show: ({ name }) => name },
            {
              key: 'due',
              label: t('card.columns.due'),
              show: ({ dueOn, isHeld }) => (isHeld ? t('card.held') : formatDay(dueOn)),
            },
            { key: 'points', label: t('card.columns.points'), show: (row) => sign(row.points) },
          ]}
        />
      )}
      <LimitRows limits={limits} />
      <FigureTable<Line>
        title={t('card.lines')}
        empty={t('card.noLines')}
        rows={lines}
        keyOf={({ id }) => String(id)}
        {...(hasMore && { rule: t('card.hasMore') })}
        columns={[
          { key: 'on', label: t('card.columns.on'), show: ({ on }) => formatDay(on) },
          {
            key: 'what',
            label: t('card.columns.what'),
            isWords: true,
            show: ({ kind, name }) => [t(`card.kinds.${kind}`), name].filter(Boolean).join(': '),
          },
          {
            key: 'for',
            label: t('card.columns.for'),
            show: ({ earnedOn }) => (earnedOn ? formatDay(earnedOn) : '—'),
          },
          {
            key: 'expires',
            label: t('card.columns.expires'),
            show: ({ expiresOn }) => (expiresOn ? formatDay(expiresOn) : '—'),
          },
          {
            key: 'points',
            label: t('card.columns.points'),
            isStrong: true,
            show: (row) => sign(row.points),
          },
        ]}
      />
    </>
  );
};
