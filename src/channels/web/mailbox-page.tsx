import { useTexts } from '../../ui/texts.ts';
import { ChannelPage } from './channel-page.tsx';
import { MailboxForm } from './mailbox-form.tsx';

/** One mailbox: its two servers, and in whose name it answers. */
export const Component = () => {
  const t = useTexts('channels');
  return (
    <ChannelPage
      kind="email"
      newTitle={t('mailboxes.newTitle')}
      subtitle={t('mailboxes.formSubtitle')}
      form={MailboxForm}
    />
  );
};
