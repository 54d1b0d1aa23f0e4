import { Navigate } from 'react-router';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { ActBar } from '../act/act-bar.tsx';
import { useRead } from '../api.ts';
import { Feed } from '../feed/feed.tsx';
import { ConversationHeader } from './conversation-header.tsx';
import { MarksLine } from './marks-line.tsx';
import { NothingOpen } from './nothing-open.tsx';
import { Opening } from './opening.tsx';
import { deskNow, deskPath } from './use-desk.ts';
import css from './conversation.module.css';

/** The middle pane: what was asked, what was done, and what to do next. */
export const OpenConversation = ({ id }: { id: number | null }) => {
  const t = useTexts('conversations');
  const { data, error, refetch } = useRead(
    'GET /api/conversations/{id}',
    { id: id ?? 0 },
    { isEnabled: id !== null },
  );
  if (id === null) return <NothingOpen />;
  if (error && !data) return <ErrorState failure={error} onRetry={() => void refetch()} />;
  if (!data) return <Opening id={id} />;
  // It was merged: its number leads to what it became.
  if (data.id !== id) return <Navigate replace to={deskPath(data.id, deskNow())} />;
  return (
    <>
      <ConversationHeader conversation={data} />
      <MarksLine conversation={data} />
      <div
        className={`${css.feed} scroll`}
        role="group"
        aria-label={t('desk.feed')}
        // Nothing in it takes the focus, and a long one is scrolled by keys too.
        tabIndex={0}
      >
        <Feed conversation={data} />
      </div>
      <ActBar conversation={data} />
    </>
  );
};
