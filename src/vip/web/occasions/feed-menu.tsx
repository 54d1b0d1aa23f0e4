import { Button, Menu } from '@mantine/core';
import { Link2 } from 'lucide-react';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../client.ts';

/** Makes a secret link for a calendar and puts it on the clipboard, or ends the one there is. */
export const FeedMenu = () => {
  const t = useTexts('vip');
  const make = useWrite('POST /api/vip-feed', []);
  const end = useWrite('DELETE /api/vip-feed', []);
  const run = async (): Promise<void> => {
    const { path } = await make.mutateAsync({});
    await navigator.clipboard.writeText(`${location.origin}${path}`);
    notifyDone(t('occasions.feedCopied'));
  };
  const stop = async (): Promise<void> => {
    await end.mutateAsync({});
    notifyDone(t('occasions.feedEnded'));
  };
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="subtle"
          leftSection={<Link2 size={14} />}
          loading={make.isPending || end.isPending}
          title={t('occasions.feedHint')}
        >
          {t('occasions.feed')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void run().catch(notifyProblem)}>
          {t('occasions.feedMake')}
        </Menu.Item>
        <Menu.Item onClick={() => void stop().catch(notifyProblem)}>
          {t('occasions.feedEnd')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
