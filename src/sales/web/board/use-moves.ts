import { notifyProblem } from '../../../ui/notify.tsx';
import { useMove } from '../use-move.tsx';
import type { Card } from './board-state.ts';
import type { BoardProps } from './open-board.tsx';

type Props = Pick<BoardProps, 'stages' | 'moveWhile'> & {
  lead: (id: number) => void;
  focused: () => Card | undefined;
};

/** Moves a card at once on the screen, then in the base; what was refused comes back. */
export const useMoves = ({ stages, moveWhile, lead, focused }: Props) => {
  const { move, dialog } = useMove();
  const go = async (card: Card, stageId: number): Promise<void> => {
    const stage = stages.find(({ id }) => id === stageId);
    if (!stage || stageId === card.stageId) return;
    const moved = moveWhile(card, stageId, () => move(card, stage));
    lead(card.id);
    await moved;
  };
  const moveTo = (card: Card, stageId: number): void => void go(card, stageId).catch(notifyProblem);
  /** The card with the focus, to the stage so many further on. */
  const shift = (by: number): void => {
    const card = focused();
    const at = stages.findIndex(({ id }) => id === card?.stageId);
    const stage = at < 0 ? undefined : stages[at + by];
    if (card && stage) moveTo(card, stage.id);
  };
  return { moveTo, shift, dialog };
};
