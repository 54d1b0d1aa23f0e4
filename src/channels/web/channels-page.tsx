import { SettingsPage } from '../../staff/web/index.tsx';
import { useLiveRefresh } from '../../ui/live.ts';
import { ErrorState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import { channelPaths, useRead } from './client.ts';
import { useEvery } from '../../ui/use-every.ts';
import { ConnectMenu } from './connect-menu.tsx';
import { ChannelList } from './channel-list.tsx';

/** What comes and leaves tells no screen each time; the figures are read anew. */
const LOOK_AGAIN_MS = 5000;

/** Every channel and how it is. */
export const Component = () => {
  const t = useTexts('channels');
  const { data, error, refetch } = useRead('GET /api/channels');
  useLiveRefresh(['channels.*'], channelPaths);
  useEvery(LOOK_AGAIN_MS, () => void refetch());
  return (
    <SettingsPage
      title={t('channels.title')}
      subtitle={t('channels.subtitle')}
      actions={<ConnectMenu />}
    >
      {error && !data ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
      {data ? <ChannelList {...data} /> : null}
    </SettingsPage>
  );
};
