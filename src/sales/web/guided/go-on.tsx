import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Acting } from './use-guided.ts';

type Props = { acting: Acting; onGo: () => void; label?: string };

/** The way to the next step, by the same key that began the sale. */
export const GoOn = ({ acting, onGo, label }: Props) => {
  const t = useTexts('sales');
  return (
    <Action keys="KeyS" size="sm" variant="filled" loading={acting.isBusy} onClick={onGo}>
      {label ?? t('guided.next')}
    </Action>
  );
};
