import { useState } from 'react';
import { useShortcut } from '../../../ui/shortcut.ts';
import { useTexts } from '../../../ui/texts.ts';
import { LoseDialog } from '../lose-dialog.tsx';
import { BoardColumn } from './board-column.tsx';
import type { Board, Card, Stages } from './board-state.ts';
import { MoveDialog } from './move-dialog.tsx';
import type { useBoard } from './use-board.ts';
import { useMoves } from './use-moves.ts';
import { useWalk } from './use-walk.ts';
import { useWin } from './use-win.ts';
import css from './board.module.css';

export type BoardProps = Omit<ReturnType<typeof useBoard>, 'board' | 'failure' | 'load'> & {
  board: Board;
  stages: Stages;
};

/** The columns, and the ways in which a card moves: dragged, by keys, by a menu. */
export const OpenBoard = (props: BoardProps) => {
  const { board, stages, showMore } = props;
  const t = useTexts('sales');
  const [dragged, setDragged] = useState<Card | null>(null);
  const [asked, setAsked] = useState<{ card: Card; what: 'move' | 'lose' } | null>(null);
  const { active, element, lead, focused, onKeyDown, onFocus } = useWalk(board);
  const { moveTo, shift, dialog } = useMoves({ ...props, lead, focused });
  const { win } = useWin();
  const menu = (card: Card | undefined): void => {
    if (card) setAsked({ card, what: 'move' });
  };
  useShortcut('Shift+ArrowRight', () => shift(1), { label: t('board.keys.next') });
  useShortcut('Shift+ArrowLeft', () => shift(-1), { label: t('board.keys.previous') });
  useShortcut('KeyM', () => menu(focused()), { label: t('board.move') });
  const drop = (stageId: number): void => {
    if (dragged) moveTo(dragged, stageId);
    setDragged(null);
  };
  return (
    <div ref={element} className={css.board}>
      {board.columns.map((column) => (
        <BoardColumn
          key={column.stageId}
          name={stages.find(({ id }) => id === column.stageId)?.name ?? ''}
          column={column}
          sum={board.sums.find(({ stageId }) => stageId === column.stageId)}
          currency={board.currency}
          active={active}
          isTarget={dragged !== null && dragged.stageId !== column.stageId}
          onMore={showMore}
          onDrop={drop}
          onFocus={onFocus}
          onKey={onKeyDown}
          onDrag={setDragged}
          onMenu={menu}
        />
      ))}
      {asked?.what === 'move' ? (
        <MoveDialog
          card={asked.card}
          stages={stages}
          onMove={(stage) => moveTo(asked.card, stage.id)}
          onWin={() => win(asked.card)}
          onLose={() => setAsked({ ...asked, what: 'lose' })}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {asked?.what === 'lose' ? (
        <LoseDialog deal={asked.card} onClose={() => setAsked(null)} />
      ) : null}
      {dialog}
    </div>
  );
};
