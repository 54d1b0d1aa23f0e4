import { useNavigate } from 'react-router';
import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { useRefresh } from '../../../ui/query.ts';
import { useTexts } from '../../../ui/texts.ts';
import { call, useWrite, type Card } from '../client.ts';

/** Merges, opens the card that stays, and offers for a while to take it back. */
export const useMerge = (into: Card, from: Card) => {
  const t = useTexts('subscribers');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const merge = useWrite('POST /api/subscribers/{id}/merge');
  const undo = async (mergeId: number): Promise<void> => {
    await call('POST /api/subscribers/merges/{mergeId}/undo', { mergeId });
    await refresh('/api/subscribers');
  };
  const run = (take: readonly string[]): void => {
    merge.mutateAsync({ id: into.id, fromId: from.id, take: [...take] }).then(({ mergeId }) => {
      void navigate(`/subscribers/${into.id}`);
      undoToast({ text: t('merge.done'), undo: () => undo(mergeId) });
    }, notifyProblem);
  };
  return { run, isPending: merge.isPending };
};
