import { useLiveRefresh } from '../../../ui/live.ts';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../api.ts';
import { BoardLinks } from './board-links.tsx';
import { BoardTotals } from './board-totals.tsx';
import { DueColumn } from './due-column.tsx';
import { PeopleList } from './people-list.tsx';
import css from './board.module.css';

/** What was missed while the stream was broken is found by asking, at least this often. */
const staleMs = 15_000;

/** The shift at a glance: who is here, what is late, and what will be. */
export const Component = () => {
  const t = useTexts('conversations');
  useLiveRefresh(['conversations.*', 'staff.*'], ['/api/board']);
  const { data, error, refetch } = useRead('GET /api/board', {}, { staleMs });
  if (error && !data) return <ErrorState failure={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <Page title={t('board.title')} actions={<BoardLinks />} layout="padded">
      <div className={css.board}>
        <BoardTotals board={data} />
        <div className={css.columns}>
          <PeopleList people={data.people} />
          <DueColumn board={data} />
        </div>
      </div>
    </Page>
  );
};
