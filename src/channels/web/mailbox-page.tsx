import { useParams } from 'react-router';
import { SettingsPage } from '../../staff/web/index.tsx';
import { EmptyState, ErrorState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useRead } from './client.ts';
import { MailboxForm } from './mailbox-form.tsx';

/** One mailbox: its two servers, and in whose name it answers. */
export const Component = () => {
  const t = useTexts('channels');
  const { id } = useParams();
  const { data, error, refetch } = useRead('GET /api/channels');
  const isNew = id === 'new';
  const mailbox = data?.rows.find((one) => String(one.id) === id) ?? null;
  const title = isNew ? t('mailboxes.newTitle') : (mailbox?.name ?? t('mailboxes.title'));
  return (
    <SettingsPage title={title} subtitle={t('mailboxes.formSubtitle')}>
      {error && !data ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
      {data && !isNew && !mailbox ? <EmptyState title={t('mailboxes.notFound')} /> : null}
      {data && (isNew || mailbox) ? (
        <MailboxForm key={`${id} ${mailbox?.version ?? ''}`} mailbox={mailbox} />
      ) : null}
    </SettingsPage>
  );
};
