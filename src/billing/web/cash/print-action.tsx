import { Printer } from 'lucide-react';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';

/** Prints the paper on the page: styles for print leave nothing else. */
export const PrintAction = ({ isReady }: { isReady: boolean }) => {
  const t = useTexts('billing');
  return (
    <Action
      keys="Mod+KeyP"
      leftSection={<Printer size={14} />}
      disabled={!isReady}
      onClick={() => window.print()}
    >
      {t('cash.print')}
    </Action>
  );
};
