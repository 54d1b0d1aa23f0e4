import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useLiveRefresh } from '../../../ui/live.ts';
import { Page } from '../../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { AssignDialog } from '../act/assign-dialog.tsx';
import { type DeskRow, useRead } from '../api.ts';
import { BoardTotals } from './board-totals.tsx';
import { DueList } from './due-list.tsx';
import { PeopleList } from './people-list.tsx';
import css from './board.module.css';

/** What was missed while the stream was broken is found by asking, at least this often. */
const staleMs = 15_000;

/** The shift at a glance: who is here, what is late, and what will be. */
export const Component = () => {
  const t = useTexts('conversations');
  useLiveRefresh(['conversations.*', 'staff.presence_changed'], ['/api/board']);
  const { data, error, refetch } = useRead('GET /api/board', {}, { staleMs });
  const [given, setGiven] = useState<DeskRow | null>(null);
  if (error && !data) return <ErrorState failure={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const isCalm = data.late.length + data.soon.length === 0;
  return (
    <Page title={t('board.title')} layout="padded">
      <div className={css.board}>
        <BoardTotals board={data} />
        <div className={css.columns}>
          <PeopleList people={data.people} />
          <div className={css.due}>
            {isCalm ? (
              <EmptyState
                icon={CircleCheck}
                title={t('board.calmTitle')}
                text={t('board.calmText')}
              />
            ) : null}
            <DueList title={t('board.late')} rows={data.late} isLate onGive={setGiven} />
            <DueList title={t('board.soon')} rows={data.soon} isLate={false} onGive={setGiven} />
          </div>
        </div>
      </div>
      {given ? <AssignDialog conversation={given} onClose={() => setGiven(null)} /> : null}
    </Page>
  );
};
