import { Checkbox } from '@mantine/core';
import { formatInstant } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { serverNow } from '../../../ui/now.ts';
import { CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Deal, dealPaths, useWrite } from '../client.ts';
import css from './tasks.module.css';

/** What the stages of a deal have asked to be done, ticked off here. */
export const DealTasks = ({ deal }: { deal: Deal }) => {
  const t = useTexts('sales');
  const finish = useWrite('PUT /api/deal-tasks/{id}', ['/api/deal-tasks', ...dealPaths]);
  if (deal.tasks.length === 0) return null;
  return (
    <CardSection title={t('tasks.section')}>
      <ul className={css.tasks}>
        {deal.tasks.map(({ id, text, staff, dueAt, doneAt }) => {
          const isLate = doneAt === null && Date.parse(dueAt) < serverNow();
          const whose = staff?.name ?? deal.owner?.name ?? t('deals.nobodys');
          return (
            <li key={id}>
              <Checkbox
                checked={doneAt !== null}
                label={text}
                description={
                  <span className={isLate ? css.late : ''}>
                    {[whose, formatInstant(dueAt)].join(' · ')}
                  </span>
                }
                onChange={(event) =>
                  finish.mutate({ id, isDone: event.target.checked }, { onError: notifyProblem })
                }
              />
            </li>
          );
        })}
      </ul>
    </CardSection>
  );
};
