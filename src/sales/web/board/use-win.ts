import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { dealPaths, useWrite } from '../client.ts';

type Deal = { id: number; version: number };

/** Says that a deal is won, and offers the way back. */
export const useWin = (): { win: (deal: Deal) => void; isBusy: boolean } => {
  const t = useTexts('sales');
  const write = useWrite('POST /api/deals/{id}/win', dealPaths);
  const reopen = useWrite('POST /api/deals/{id}/reopen', dealPaths);
  const win = async ({ id, version }: Deal): Promise<void> => {
    const after = await write.mutateAsync({ id, version });
    const again = { id, version: after.version, reason: t('deals.winUndone') };
    const undo = () => reopen.mutateAsync(again);
    undoToast({ text: t('deals.isWon'), undo });
  };
  return { win: (deal) => void win(deal).catch(notifyProblem), isBusy: write.isPending };
};
