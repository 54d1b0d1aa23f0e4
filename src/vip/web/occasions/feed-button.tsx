import { Button } from '@mantine/core';
import { Link2 } from 'lucide-react';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../client.ts';

/** Makes a secret link for a calendar and puts it on the clipboard. */
export const FeedButton = () => {
  const t = useTexts('vip');
  const make = useWrite('POST /api/vip-feed', []);
  const run = async (): Promise<void> => {
    const { path } = await make.mutateAsync({});
    await navigator.clipboard.writeText(`${location.origin}${path}`);
    notifyDone(t('occasions.feedCopied'));
  };
  return (
    <Button
      variant="subtle"
      leftSection={<Link2 size={14} />}
      loading={make.isPending}
      title={t('occasions.feedHint')}
      onClick={() => void run().catch(notifyProblem)}
    >
      {t('occasions.feed')}
    </Button>
  );
};
