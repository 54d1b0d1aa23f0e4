import type { ComponentType } from 'react';
import { useParams } from 'react-router';
import { SettingsPage } from '../../staff/web/index.tsx';
import { EmptyState, ErrorState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import { type Kind, type OfKind, useRead } from './client.ts';

type Props<K extends Kind> = {
  kind: K;
  newTitle: string;
  subtitle: string;
  form: ComponentType<{ channel: OfKind<K> | null }>;
};

/** The page of one channel, kept or new, around the form of its kind. */
export const ChannelPage = <K extends Kind>({
  kind,
  newTitle,
  subtitle,
  form: ChannelForm,
}: Props<K>) => {
  const t = useTexts('channels');
  const { id } = useParams();
  const { data, error, refetch } = useRead('GET /api/channels');
  const isNew = id === 'new';
  const channel =
    data?.rows.find((one): one is OfKind<K> => one.kind === kind && String(one.id) === id) ?? null;
  const title = isNew ? newTitle : (channel?.name ?? t('channels.title'));
  return (
    <SettingsPage title={title} subtitle={subtitle} backTo="/settings/channels">
      {error && !data ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
      {data && !isNew && !channel ? <EmptyState title={t('channels.notFound')} /> : null}
      {data && (isNew || channel) ? (
        <ChannelForm key={`${id} ${channel?.version ?? ''}`} channel={channel} />
      ) : null}
    </SettingsPage>
  );
};
