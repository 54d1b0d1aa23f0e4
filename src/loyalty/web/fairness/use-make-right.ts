import { formatNumber } from '../../../ui/format.ts';
import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { unfairPaths, useWrite } from '../client.ts';

/** The server takes so many at once. */
const MOST = 500;

/** Makes prices right, of one or of many, with a way back. */
export const useMakeRight = (onDone: () => void) => {
  const t = useTexts('loyalty');
  const make = useWrite('POST /api/loyalty/unfair/make-right', unfairPaths);
  const undo = useWrite('POST /api/loyalty/rights/undo', unfairPaths);
  const makeRight = async (subscriptionIds: readonly number[]): Promise<void> => {
    try {
      const { rightIds, refused } = await make.mutateAsync({
        subscriptionIds: subscriptionIds.slice(0, MOST),
      });
      onDone();
      undoToast({
        text: t(refused > 0 ? 'fairness.refused' : 'fairness.done', {
          number: formatNumber(rightIds.length),
          refused: formatNumber(refused),
        }),
        undo: () => undo.mutateAsync({ rightIds }),
      });
    } catch (failure) {
      notifyProblem(failure);
    }
  };
  return { makeRight, isBusy: make.isPending };
};
