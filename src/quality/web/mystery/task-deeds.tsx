import { Button } from '@mantine/core';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { type ShopperTask, useWrite } from '../client.ts';

type Props = { task: ShopperTask; onOpen: (what: 'result' | 'proof') => void };

/** Writes down what was met, adds a proof of it, or takes a task back that is not done. */
export const TaskDeeds = ({ task: { id, doneAt }, onOpen }: Props) => {
  const t = useTexts('quality');
  const may = useMay();
  const drop = useWrite('DELETE /api/quality-shopper-tasks/{id}', ['/api/quality-rounds']);
  return (
    <>
      {!doneAt && may('quality.manage') ? (
        <Button
          size="xs"
          variant="subtle"
          loading={drop.isPending}
          onClick={() => drop.mutate({ id }, { onError: notifyProblem })}
        >
          {t('mystery.dropTask')}
        </Button>
      ) : null}
      {doneAt ? (
        <Button size="xs" variant="subtle" onClick={() => onOpen('proof')}>
          {t('audits.addEvidence')}
        </Button>
      ) : null}
      <Button size="xs" variant="default" onClick={() => onOpen('result')}>
        {doneAt ? t('cards.change') : t('mystery.enter')}
      </Button>
    </>
  );
};
