import { Shield } from 'lucide-react';
import { useParams } from 'react-router';
import { useLiveRefresh } from '../../../ui/live.ts';
import { Page } from '../../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { playPaths, useRead } from './client.ts';
import { PlayBody } from './play-body.tsx';
import { PlayMark } from './play-rows.tsx';
import { PlaySwitch } from './play-switch.tsx';

/** One play: its sentence, what it would have done, its form. */
export const Component = () => {
  const t = useTexts('retention');
  const { id } = useParams();
  const isNew = id === 'new';
  const read = useRead('GET /api/plays');
  useLiveRefresh(['retention.play_changed', 'retention.play_switched_on'], playPaths);
  const play = read.data?.plays.find((one) => String(one.id) === id) ?? null;
  return (
    <Page
      title={play?.name ?? t(isNew ? 'plays.new' : 'plays.title')}
      backTo="/retention/plays"
      layout="padded"
      marks={play ? <PlayMark play={play} /> : undefined}
      actions={play && !play.isArchived ? <PlaySwitch play={play} /> : undefined}
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && !play && !isNew ? (
        <EmptyState icon={Shield} title={t('errors.no_such_play')} text="" />
      ) : null}
      {read.data && (isNew || play) ? <PlayBody play={play} /> : null}
    </Page>
  );
};
