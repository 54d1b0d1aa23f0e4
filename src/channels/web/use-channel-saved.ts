import { useNavigate } from 'react-router';
import { notifyDone } from '../../ui/notify.tsx';
import { useRefresh } from '../../ui/query.ts';
import { useTexts } from '../../ui/texts.ts';
import { channelPaths } from './client.ts';

/** What follows a save of any channel: back to the list of them. */
export const useChannelSaved = (): (() => void) => {
  const t = useTexts('channels');
  const navigate = useNavigate();
  const refresh = useRefresh();
  return () => {
    notifyDone(t('channels.saved'));
    void refresh(...channelPaths);
    void navigate('/settings/channels');
  };
};
