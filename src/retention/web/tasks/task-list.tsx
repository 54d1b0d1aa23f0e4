import { PhoneCall } from 'lucide-react';
import { useNavigate } from 'react-router';
import { Badge } from '../../../ui/show/badge.tsx';
import { Clock } from '../../../ui/show/clock.tsx';
import { MoreButton } from '../../../ui/show/more-button.tsx';
import { PageHeader } from '../../../ui/show/page.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { usePages } from '../plays/client.ts';
import css from './tasks.module.css';

/** Calls of mine and nobody's, the one due earliest first. */
export const TaskList = () => {
  const t = useTexts('retention');
  const go = useNavigate();
  const pages = usePages('GET /api/play-tasks', {});
  const [first] = pages.data?.pages ?? [];
  const tasks = pages.data?.pages.flatMap((page) => page.tasks) ?? [];
  return (
    <>
      <PageHeader title={t('tasks.title')} backTo="/cases" />
      <div className={`${css.rows} scroll`}>
        {pages.error ? (
          <ErrorState failure={pages.error} onRetry={() => void pages.refetch()} />
        ) : null}
        {first && !first.isCallTime ? (
          <p className="dim">{t('tasks.quiet', { from: first.callsFrom, to: first.callsTo })}</p>
        ) : null}
        {first && tasks.length === 0 ? (
          <EmptyState icon={PhoneCall} title={t('tasks.empty')} text={t('tasks.emptyText')} />
        ) : null}
        {tasks.length === 0 ? null : (
          <PickList>
            {tasks.map(({ id, name, play, isMine, dueAt }) => (
              <PickRow
                key={id}
                title={name}
                text={play}
                onPick={() => void go(`/retention/tasks/${id}`)}
              >
                {isMine ? <Badge tone="teal">{t('tasks.mine')}</Badge> : null}
                <Clock dueAt={dueAt} />
              </PickRow>
            ))}
          </PickList>
        )}
        <MoreButton pages={pages}>{t('tasks.more')}</MoreButton>
      </div>
    </>
  );
};
