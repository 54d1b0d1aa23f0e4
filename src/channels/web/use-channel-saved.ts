import { useNavigate } from 'react-router';
import { notifyDone } from '../../ui/notify.tsx';
import { useRefresh } from '../../ui/query.ts';
import { useTexts } from '../../ui/texts.ts';
import { channelPaths } from './client.ts';

/**
 * What follows a save of any channel: back to the list of them.
 * @param own a new one's page, where it shows what the site or the exchange is to be given
 */
export const useChannelSaved = (own?: 'chat' | 'telephony'): ((saved: { id: number }) => void) => {
  const t = useTexts('channels');
  const navigate = useNavigate();
  const refresh = useRefresh();
  return ({ id }) => {
    notifyDone(t('channels.saved'));
    void refresh(...channelPaths);
    const path = own ? `/${own}/${id}` : '';
    void navigate(`/settings/channels${path}`);
  };
};
