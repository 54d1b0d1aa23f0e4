import { useTexts } from '../../ui/texts.ts';
import { BotForm } from './bot-form.tsx';
import { ChannelPage } from './channel-page.tsx';

/** One Telegram bot: its token, and how its news come. */
export const Component = () => {
  const t = useTexts('channels');
  return (
    <ChannelPage
      kind="telegram"
      newTitle={t('bots.newTitle')}
      subtitle={t('bots.formSubtitle')}
      form={BotForm}
    />
  );
};
