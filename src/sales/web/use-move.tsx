import { useState, type ReactNode } from 'react';
import { notifyProblem, undoToast } from '../../ui/notify.tsx';
import { Problem } from '../../ui/problem.ts';
import { useTexts } from '../../ui/texts.ts';
import { dealPaths, useWrite } from './client.ts';
import { MissingDialog } from './missing-dialog.tsx';

export type Movable = {
  id: number;
  version: number;
  stageId: number;
  currency: string;
};
type Stage = { id: number; name: string };
type Asked = { deal: Movable; stage: Stage; missing: readonly string[] };

/**
 * Moves deals to other stages, offering the way back; what a stage asks for and a deal has not is
 * asked in a dialog.
 * @returns `move` answers whether it moved at once
 */
export const useMove = (): {
  move: (deal: Movable, stage: Stage) => Promise<boolean>;
  dialog: ReactNode;
} => {
  const t = useTexts('sales');
  const [asked, setAsked] = useState<Asked | null>(null);
  const write = useWrite('POST /api/deals/{id}/move', dealPaths);
  const move = async (deal: Movable, stage: Stage): Promise<boolean> => {
    const { id, version, stageId: from } = deal;
    if (stage.id === from) return false;
    try {
      const after = await write.mutateAsync({ id, version, stageId: stage.id });
      undoToast({
        text: t('deals.moved', { stage: stage.name }),
        undo: () => write.mutateAsync({ id, version: after.version, stageId: from }),
      });
      return true;
    } catch (failure) {
      if (failure instanceof Problem && failure.code === 'sales.fields_missing') {
        setAsked({ deal, stage, missing: Object.keys(failure.fields) });
      } else notifyProblem(failure);
      return false;
    }
  };
  const dialog = asked ? <MissingDialog {...asked} onClose={() => setAsked(null)} /> : null;
  return { move, dialog };
};
