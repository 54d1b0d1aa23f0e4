import { formatDay, dayOf, formatNumber, formatPercent } from '../../../ui/format.ts';
import { Totals } from '../../../ui/show/totals.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Audit } from '../client.ts';

const scoreText = (score: number | null | undefined): string =>
  score === null || score === undefined ? '—' : formatPercent(score / 100);

/** The score, the one before, and how far the plan is done. */
export const AuditFigures = ({ audit }: { audit: Audit }) => {
  const t = useTexts('quality');
  const { score, previous, sections, findings, steps } = audit;
  const points = sections.reduce((sum, section) => sum + section.points.length, 0);
  const done = steps.filter(({ doneAt }) => doneAt !== null).length;
  return (
    <Totals
      totals={[
        {
          key: 'score',
          value: scoreText(score),
          label: t('audits.score'),
          hint: t('audits.answered', { count: findings.length, points }),
        },
        {
          key: 'before',
          value: scoreText(previous?.score),
          label: t('audits.before'),
          ...(previous ? { hint: formatDay(dayOf(previous.finishedAt)) } : {}),
        },
        {
          key: 'steps',
          value:
            steps.length === 0 ? '—' : t('audits.doneOf', { stepsDone: done, steps: steps.length }),
          label: t('audits.stepsDone'),
          ...(previous && previous.stepsLeft.length > 0
            ? { hint: t('audits.left', { count: formatNumber(previous.stepsLeft.length) }) }
            : {}),
        },
      ]}
    />
  );
};
