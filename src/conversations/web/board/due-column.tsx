import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { AssignDialog } from '../act/assign-dialog.tsx';
import type { DeskRow } from '../api.ts';
import type { Board } from './board-totals.tsx';
import css from './board.module.css';
import { DueList } from './due-list.tsx';

/** What is late, and what will be: from here it is given to somebody. */
export const DueColumn = ({ board }: { board: Board }) => {
  const t = useTexts('conversations');
  const [given, setGiven] = useState<DeskRow | null>(null);
  const isCalm = board.late.length + board.soon.length === 0;
  return (
    <div className={css.due}>
      {isCalm ? (
        <EmptyState icon={CircleCheck} title={t('board.calmTitle')} text={t('board.calmText')} />
      ) : null}
      <DueList title={t('board.late')} rows={board.late} isLate onGive={setGiven} />
      <DueList title={t('board.soon')} rows={board.soon} isLate={false} onGive={setGiven} />
      {given ? <AssignDialog conversation={given} onClose={() => setGiven(null)} /> : null}
    </div>
  );
};
