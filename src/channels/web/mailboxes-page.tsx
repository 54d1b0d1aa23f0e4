import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { Link } from 'react-router';
import { SettingsPage } from '../../staff/web/index.tsx';
import { useLiveRefresh } from '../../ui/live.ts';
import { Box } from '../../ui/show/facts.tsx';
import { EmptyState, ErrorState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import { channelPaths, useRead } from './client.ts';
import { MailboxSection } from './mailbox-section.tsx';

/** Every mailbox and how it is. */
export const Component = () => {
  const t = useTexts('channels');
  const { data, error, refetch } = useRead('GET /api/channels');
  useLiveRefresh(['channels.*'], channelPaths);
  return (
    <SettingsPage
      title={t('mailboxes.title')}
      subtitle={t('mailboxes.subtitle')}
      actions={
        <Button
          variant="filled"
          leftSection={<Plus size={15} />}
          renderRoot={(root) => <Link {...root} to="/settings/mailboxes/new" />}
        >
          {t('mailboxes.add')}
        </Button>
      }
    >
      {error && !data ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
      {data?.rows.length === 0 ? (
        <EmptyState title={t('mailboxes.emptyTitle')} text={t('mailboxes.emptyText')} />
      ) : null}
      {data && data.rows.length > 0 ? (
        <Box>
          {data.rows.map((mailbox) => (
            <MailboxSection key={mailbox.id} mailbox={mailbox} />
          ))}
        </Box>
      ) : null}
    </SettingsPage>
  );
};
