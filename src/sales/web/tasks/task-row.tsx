import { Button } from '@mantine/core';
import { Check } from 'lucide-react';
import { formatInstant, formatNo, formatRelative } from '../../../ui/format.ts';
import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { serverNow } from '../../../ui/now.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { dealPaths, type Task, useWrite } from '../client.ts';

type Props = { task: Task; onOpen: () => void };

/** A task with whose deal it is about, and the way to say that it is done. */
export const TaskRow = ({ task, onOpen }: Props) => {
  const t = useTexts('sales');
  const finish = useWrite('PUT /api/deal-tasks/{id}', ['/api/deal-tasks', ...dealPaths]);
  const { id, dealId, name, stage, text, dueAt } = task;
  const isLate = Date.parse(dueAt) < serverNow();
  const end = async (): Promise<void> => {
    await finish.mutateAsync({ id, isDone: true });
    undoToast({
      text: t('tasks.isDone'),
      undo: () => finish.mutateAsync({ id, isDone: false }),
    });
  };
  return (
    <PickRow title={text} text={[formatNo(dealId), name, stage].join(' · ')} onPick={onOpen}>
      <Badge tone={isLate ? 'red' : 'gray'} title={formatInstant(dueAt)}>
        {formatRelative(dueAt, serverNow())}
      </Badge>
      <Button
        size="xs"
        variant="subtle"
        leftSection={<Check size={14} />}
        loading={finish.isPending}
        aria-label={t('tasks.done', { text })}
        onClick={() => void end().catch(notifyProblem)}
      >
        {t('tasks.end')}
      </Button>
    </PickRow>
  );
};
