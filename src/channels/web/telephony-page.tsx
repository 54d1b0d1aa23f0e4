import { useTexts } from '../../ui/texts.ts';
import { ChannelPage } from './channel-page.tsx';
import { TelephonyForm } from './telephony-form.tsx';

/** An exchange in somebody's cloud: whose it is, and how we know that it is the one who calls. */
export const Component = () => {
  const t = useTexts('channels');
  return (
    <ChannelPage
      kind="telephony"
      newTitle={t('telephony.newTitle')}
      subtitle={t('telephony.formSubtitle')}
      form={TelephonyForm}
    />
  );
};
