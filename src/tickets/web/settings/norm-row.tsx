import { Button } from '@mantine/core';
import { formatDuration } from '../../../ui/format.ts';
import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, useWrite, type TicketNorm } from '../client.ts';

/** A norm of some tickets, in one line; it can be taken away and put back. */
export const NormRow = ({ norm }: { norm: TicketNorm }) => {
  const t = useTexts('tickets');
  const { id, kind, categoryId, priority, targetSeconds } = norm;
  const { data } = useRead('GET /api/ticket-categories');
  const category = data?.categories.find((one) => one.id === categoryId)?.name;
  const remove = useWrite('DELETE /api/ticket-norms/{id}', ['/api/ticket-norms']);
  const put = useWrite('PUT /api/ticket-norms', ['/api/ticket-norms']);
  const takeAway = async (): Promise<void> => {
    await remove.mutateAsync({ id });
    const { id: _, ...fields } = norm;
    undoToast({ text: t('norms.removed'), undo: () => put.mutateAsync(fields) });
  };
  return (
    <PickRow
      title={t(`norms.kinds.${kind}`)}
      text={[
        categoryId === null ? t('norms.anyCategory') : category,
        priority === null ? t('norms.anyPriority') : t(`choices.priority.${priority}`),
      ].join(' · ')}
    >
      <span className="tabular">{formatDuration(targetSeconds)}</span>
      <Button
        size="xs"
        variant="subtle"
        loading={remove.isPending}
        onClick={() => void takeAway().catch(notifyProblem)}
      >
        {t('norms.remove')}
      </Button>
    </PickRow>
  );
};
