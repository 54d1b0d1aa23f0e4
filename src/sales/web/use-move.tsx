import { useRef, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { notifyProblem, undoToast } from '../../ui/notify.tsx';
import { Problem } from '../../ui/problem.ts';
import { useTexts } from '../../ui/texts.ts';
import { dealPaths, type Pipeline, useWrite } from './client.ts';
import { promptToast } from './prompt-toast.tsx';
import { MissingDialog } from './missing-dialog.tsx';

export type Movable = {
  id: number;
  version: number;
  stageId: number;
  currency: string;
};
type Stage = Pick<Pipeline['stages'][number], 'id' | 'name' | 'entry'>;
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
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked | null>(null);
  const write = useWrite('POST /api/deals/{id}/move', dealPaths);
  /** The versions that moves under way will leave, so that the next key need not wait for them. */
  const leaving = useRef(new Map<number, Promise<number>>());
  const send = (deal: Movable, stageId: number): Promise<{ version: number }> => {
    const { id, version } = deal;
    const former = leaving.current.get(id) ?? Promise.resolve(version);
    const sent = former.then((left) =>
      write.mutateAsync({ id, version: Math.max(version, left), stageId }),
    );
    const left = sent.then(
      (after) => after.version,
      () => version,
    );
    leaving.current.set(id, left);
    return sent;
  };
  const move = async (deal: Movable, stage: Stage): Promise<boolean> => {
    const { id, stageId: from } = deal;
    if (stage.id === from) return false;
    try {
      const after = await send(deal, stage.id);
      undoToast({
        text: t('deals.moved', { stage: stage.name }),
        undo: () => write.mutateAsync({ id, version: after.version, stageId: from }),
      });
      promptToast({ dealId: id, stage, go: navigate });
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
