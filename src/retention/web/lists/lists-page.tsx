import { ListTodo } from 'lucide-react';
import { Link } from 'react-router';
import { formatDay, formatNumber } from '../../../ui/format.ts';
import { useLiveRefresh } from '../../../ui/live.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import figures from '../../../ui/show/figures.module.css';
import { Page } from '../../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type CareList, useRead } from '../plan/client.ts';
import { ListState } from './list-state.tsx';

const counts = ['treated', 'held', 'waiting', 'open', 'done'] as const;
const news = ['retention.list_started', 'retention.list_ended', 'retention.care_done'];

/** Lists of care, the newest first. */
export const Component = () => {
  const t = useTexts('retention');
  const read = useRead('GET /api/care-lists');
  useLiveRefresh(news, ['/api/care-lists']);
  const lists = read.data?.lists ?? [];
  return (
    <Page title={t('lists.title')} backTo="/retention/plan" layout="padded">
      <div className={figures.page}>
        {read.error ? (
          <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
        ) : null}
        {read.data && lists.length === 0 ? (
          <EmptyState icon={ListTodo} title={t('lists.empty')} text={t('lists.emptyText')} />
        ) : null}
        {lists.length === 0 ? null : (
          <FigureTable<CareList>
            title={t('lists.subtitle')}
            empty=""
            rows={lists}
            keyOf={({ id }) => String(id)}
            columns={[
              { key: 'name', label: t('lists.name'), show: linkOf },
              {
                key: 'startedOn',
                label: t('lists.startedOn'),
                show: ({ startedOn }) => formatDay(startedOn),
              },
              ...counts.map((key) => ({
                key,
                label: t(`lists.${key}`),
                show: (list: CareList) => formatNumber(list[key]),
              })),
              { key: 'state', label: t('lists.state'), show: stateOf },
            ]}
          />
        )}
      </div>
    </Page>
  );
};

const linkOf = ({ id, name }: CareList) => <Link to={`/retention/lists/${id}`}>{name}</Link>;
const stateOf = (list: CareList) => <ListState list={list} />;
