import { Button } from '@mantine/core';
import { useState } from 'react';
import { SettingsPage } from '../../staff/web/index.tsx';
import { useLiveRefresh } from '../../ui/live.ts';
import { Segmented } from '../../ui/show/segmented.tsx';
import { EmptyState, ErrorState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import { ChannelShown } from './channel-shown.tsx';
import { KeepingForm } from './keeping-form.tsx';
import { SetAsideList } from './set-aside-list.tsx';
import { useSetAside, type Shown } from './use-set-aside.ts';
import css from './channels.module.css';

const shown: readonly Shown[] = ['all', 'quarantined', 'refused', 'waiting'];

/** What came in and became no request, with a way back; and how to put the form on a site. */
export const Component = () => {
  const t = useTexts('channels');
  const [state, setState] = useState<Shown>('all');
  const { by, rows, counts, error, refetch, hasMore, showMore } = useSetAside(state);
  useLiveRefresh(['channels.*'], ['/api/channels']);
  const labelOf = (one: Shown): string => {
    const count = one === 'all' || !counts ? 0 : counts[one];
    return count === 0 ? t(`aside.states.${one}`) : `${t(`aside.states.${one}`)} · ${count}`;
  };
  return (
    <SettingsPage title={t('aside.title')} subtitle={t('aside.subtitle')}>
      <div className={css.page}>
        <ChannelShown by={by} />
        <Segmented
          label={t('aside.which')}
          value={state}
          options={shown.map((value) => ({ value, label: labelOf(value) }))}
          onChange={setState}
        />
        {error && !rows ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
        {rows?.length === 0 ? (
          <EmptyState title={t('aside.emptyTitle')} text={t('aside.emptyText')} />
        ) : null}
        {rows ? <SetAsideList rows={rows} /> : null}
        {hasMore ? <Button onClick={showMore}>{t('aside.more')}</Button> : null}
        <KeepingForm />
      </div>
    </SettingsPage>
  );
};
