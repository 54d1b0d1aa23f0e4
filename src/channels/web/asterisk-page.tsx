import { useTexts } from '../../ui/texts.ts';
import { AsteriskForm } from './asterisk-form.tsx';
import { ChannelPage } from './channel-page.tsx';

/** One Asterisk: where its manager interface is, and how it dials. */
export const Component = () => {
  const t = useTexts('channels');
  return (
    <ChannelPage
      kind="asterisk"
      newTitle={t('exchanges.newTitle')}
      subtitle={t('exchanges.formSubtitle')}
      form={AsteriskForm}
    />
  );
};
