import { formatInstant } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Assignment } from '../client.ts';

type Tried = Assignment['tried'][number];

/** How often the test was tried, and with what. */
export const Tries = ({ given: { tried } }: { given: Assignment }) => {
  const t = useTexts('quality');
  if (tried.length === 0) return null;
  return (
    <FigureTable<Tried>
      title={t('learning.tries')}
      empty=""
      rows={tried}
      keyOf={({ id }) => String(id)}
      columns={[
        { key: 'at', label: t('reviews.finished'), show: ({ takenAt }) => formatInstant(takenAt) },
        {
          key: 'right',
          label: t('learning.right'),
          show: ({ rightCount, questions }) => t('learning.rightOf', { rightCount, questions }),
        },
        {
          key: 'passed',
          label: t('state'),
          show: ({ isPassed }) => (isPassed ? t('learning.passed') : t('learning.notPassed')),
        },
      ]}
    />
  );
};
