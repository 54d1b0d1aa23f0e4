import { useParams } from 'react-router';
import { formatDay } from '../../../ui/format.ts';
import { useLiveRefresh } from '../../../ui/live.ts';
import figures from '../../../ui/show/figures.module.css';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type OpenCareList, useRead } from '../plan/client.ts';
import { EndAction } from './end-action.tsx';
import { ListResult } from './list-result.tsx';
import { ListState } from './list-state.tsx';

const news = ['retention.list_ended', 'retention.care_done', 'retention.care_reopened'];

/** What came of a list: told only when there is enough to tell. */
export const Component = () => {
  const t = useTexts('retention');
  const { id = '' } = useParams();
  const read = useRead('GET /api/care-lists/{id}', { id });
  useLiveRefresh(news, ['/api/care-lists']);
  const list = read.data;
  const subtitleOf = ({ startedOn, endReason }: OpenCareList): string =>
    [`${t('lists.startedOn')} ${formatDay(startedOn)}`, endReason].filter(Boolean).join(' · ');
  return (
    <Page
      title={list?.name ?? t('lists.title')}
      subtitle={list ? subtitleOf(list) : undefined}
      marks={list ? <ListState list={list} /> : null}
      backTo="/retention/lists"
      layout="padded"
      actions={list?.endedAt === null ? <EndAction list={list} /> : null}
    >
      <div className={figures.page}>
        {read.error && !list ? (
          <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
        ) : null}
        {list ? <ListResult list={list} /> : null}
      </div>
    </Page>
  );
};
