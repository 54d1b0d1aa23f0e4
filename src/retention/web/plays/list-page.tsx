import { Shield } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useLiveRefresh } from '../../../ui/live.ts';
import { CreateAction } from '../../../ui/show/action.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { playPaths, useRead } from './client.ts';
import { LimitsButton } from './limits-dialog.tsx';
import { PlayResults } from './play-results.tsx';
import { PlayRows } from './play-rows.tsx';
import css from './plays.module.css';

const news = ['retention.play_added', 'retention.play_changed'];
const switched = ['retention.play_switched_on', 'retention.play_switched_off'];
const aims = ['keep', 'win_back'] as const;

/** What is done by itself before anybody leaves, and to win back who has. */
export const Component = () => {
  const t = useTexts('retention');
  const go = useNavigate();
  const read = useRead('GET /api/plays');
  useLiveRefresh([...news, ...switched], playPaths);
  const plays = read.data?.plays ?? [];
  return (
    <Page
      title={t('plays.title')}
      subtitle={t('plays.subtitle')}
      backTo="/cases"
      layout="padded"
      actions={
        <>
          <LimitsButton />
          <CreateAction onClick={() => void go('/retention/plays/new')}>
            {t('plays.add')}
          </CreateAction>
        </>
      }
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && plays.length === 0 ? (
        <EmptyState icon={Shield} title={t('plays.empty')} text={t('plays.emptyText')} />
      ) : null}
      <div className={css.page}>
        {aims.map((aim) => (
          <PlayRows key={aim} aim={aim} plays={plays.filter((play) => play.aim === aim)} />
        ))}
        {read.data ? <PlayResults /> : null}
        <p className="dim">{t('plays.controls')}</p>
      </div>
    </Page>
  );
};
