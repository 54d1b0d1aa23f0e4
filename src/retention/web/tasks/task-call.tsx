import { Button } from '@mantine/core';
import { PhoneCall } from 'lucide-react';
import { useDial } from '../../../staff/web/index.tsx';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../cases/desk.module.css';
import { type Task, taskPaths, useWrite } from '../plays/client.ts';

/** The phone, where people may be called now; and whose it is to call. */
export const TaskCall = ({ task }: { task: Task }) => {
  const t = useTexts('retention');
  const dial = useDial();
  const take = useWrite('PUT /api/play-tasks/{id}/owner', taskPaths);
  const { id, version, phone, isCallTime, owner } = task;
  const turn = (): void => {
    take.mutateAsync({ id, version, isMine: owner === null }).catch(notifyProblem);
  };
  return (
    <div className={css.line}>
      {phone && isCallTime ? (
        <Button size="xs" component="a" href={dial(phone)} leftSection={<PhoneCall size={14} />}>
          {t('tasks.call')} {phone}
        </Button>
      ) : null}
      <Action size="xs" loading={take.isPending} onClick={turn}>
        {t(owner === null ? 'tasks.take' : 'tasks.letGo')}
      </Action>
    </div>
  );
};
