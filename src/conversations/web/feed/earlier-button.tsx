import { Button } from '@mantine/core';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';

/** Asks for what was before what is shown. */
export const EarlierButton = ({ onAsk }: { onAsk: () => Promise<void> }) => {
  const t = useTexts('conversations');
  return (
    <Button size="xs" variant="subtle" onClick={() => void onAsk().catch(notifyProblem)}>
      {t('feed.earlier')}
    </Button>
  );
};
