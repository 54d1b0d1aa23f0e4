import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { AssignDialog } from '../act/assign-dialog.tsx';
import type { DeskRow } from '../api.ts';
import type { Board } from './board-totals.tsx';
import css from './board.module.css';
import { DueList } from './due-list.tsx';
import { WillBeLate } from './will-be-late.tsx';

/** What is late, what will be, and what is due soon: from here it is given to somebody. */
export const DueColumn = ({ board }: { board: Board }) => {
  const t = useTexts('conversations');
  const [given, setGiven] = useState<DeskRow | null>(null);
  const foreseen = new Set(board.foresight.rows.map(({ id }) => id));
  const soon = board.soon.filter(({ id }) => !foreseen.has(id));
  const isCalm = board.late.length + soon.length + foreseen.size === 0;
  return (
    <div className={css.due}>
      {isCalm ? (
        <EmptyState icon={CircleCheck} title={t('board.calmTitle')} text={t('board.calmText')} />
      ) : null}
      <DueList title={t('board.late')} rows={board.late} isLate onGive={setGiven} />
      <WillBeLate board={board} onGive={setGiven} />
      <DueList title={t('board.soon')} rows={soon} isLate={false} onGive={setGiven} />
      {given ? <AssignDialog conversation={given} onClose={() => setGiven(null)} /> : null}
    </div>
  );
};
