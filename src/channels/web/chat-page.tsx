import { useTexts } from '../../ui/texts.ts';
import { ChannelPage } from './channel-page.tsx';
import { ChatForm } from './chat-form.tsx';

/** One chat window: its words, and the line that puts it on the site. */
export const Component = () => {
  const t = useTexts('channels');
  return (
    <ChannelPage
      kind="chat"
      newTitle={t('chats.newTitle')}
      subtitle={t('chats.formSubtitle')}
      form={ChatForm}
    />
  );
};
