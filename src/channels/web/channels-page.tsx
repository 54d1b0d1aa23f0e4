import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { Link } from 'react-router';
import { SettingsPage } from '../../staff/web/index.tsx';
import { useLiveRefresh } from '../../ui/live.ts';
import { Box } from '../../ui/show/facts.tsx';
import { EmptyState, ErrorState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import { kinds } from '../api/choices.ts';
import { channelPaths, useRead } from './client.ts';
import { ChannelSection } from './channel-section.tsx';
import css from './channels.module.css';

/** Every channel that was connected, and how it is. */
export const Component = () => {
  const t = useTexts('channels');
  const { data, error, refetch } = useRead('GET /api/channels');
  useLiveRefresh(['channels.*'], channelPaths);
  return (
    <SettingsPage
      title={t('channels.title')}
      subtitle={t('channels.subtitle')}
      actions={
        <span className={css.actions}>
          {kinds.map((kind) => (
            <Button
              key={kind}
              leftSection={<Plus size={15} />}
              renderRoot={(root) => <Link {...root} to={`/settings/channels/${kind}/new`} />}
            >
              {t(`channels.kinds.${kind}`)}
            </Button>
          ))}
        </span>
      }
    >
      {error && !data ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
      {data?.rows.length === 0 ? (
        <EmptyState title={t('channels.emptyTitle')} text={t('channels.emptyText')} />
      ) : null}
      {data && data.rows.length > 0 ? (
        <Box>
          {data.rows.map((channel) => (
            <ChannelSection key={channel.id} channel={channel} />
          ))}
        </Box>
      ) : null}
    </SettingsPage>
  );
};
