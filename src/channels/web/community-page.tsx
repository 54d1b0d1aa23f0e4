import { useTexts } from '../../ui/texts.ts';
import { ChannelPage } from './channel-page.tsx';
import { CommunityForm } from './community-form.tsx';

/** One VK community: its secrets, and where VK is to bring what is written to it. */
export const Component = () => {
  const t = useTexts('channels');
  return (
    <ChannelPage
      kind="vk"
      newTitle={t('communities.newTitle')}
      subtitle={t('communities.formSubtitle')}
      form={CommunityForm}
    />
  );
};
