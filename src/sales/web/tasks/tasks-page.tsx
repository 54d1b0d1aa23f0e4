import { Button } from '@mantine/core';
import { ListTodo } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useLiveRefresh } from '../../../ui/live.ts';
import { MoreButton } from '../../../ui/show/more-button.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { PickList } from '../../../ui/show/pick-list.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { usePages } from '../client.ts';
import { CareCalls } from '../care/care-calls.tsx';
import { TaskRow } from './task-row.tsx';

/** What stages ask of me, the earliest first. */
export const Component = () => {
  const t = useTexts('sales');
  const go = useNavigate();
  const pages = usePages('GET /api/deal-tasks', {});
  useLiveRefresh(['sales.*'], ['/api/deal-tasks', '/api/care-calls']);
  const calls = usePages('GET /api/care-calls', {}).data?.pages[0]?.calls.length ?? 0;
  const tasks = pages.data?.pages.flatMap((page) => page.tasks) ?? [];
  return (
    <Page title={t('tasks.title')} backTo="/deals" layout="padded">
      <div style={{ display: 'grid', gap: 12, maxWidth: 860 }}>
        <CareCalls />
        {pages.error ? (
          <ErrorState failure={pages.error} onRetry={() => void pages.refetch()} />
        ) : null}
        {pages.data && tasks.length === 0 && calls === 0 ? (
          <EmptyState icon={ListTodo} title={t('tasks.empty')} text={t('tasks.emptyText')}>
            <Button onClick={() => void go('/deals')}>{t('board.asBoard')}</Button>
          </EmptyState>
        ) : null}
        {tasks.length === 0 ? null : (
          <PickList>
            {tasks.map((task) => (
              <TaskRow key={task.id} task={task} onOpen={() => void go(`/deals/${task.dealId}`)} />
            ))}
          </PickList>
        )}
        <MoreButton pages={pages}>{t('leads.more')}</MoreButton>
      </div>
    </Page>
  );
};
