import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { Foot } from './foot.tsx';
import type { Acting } from './use-guided.ts';

type Props = {
  acting: Acting;
  onGo: () => void;
  label?: string;
  /** Nothing was answered yet: going on is not what is wanted first. */
  isPass?: boolean;
};

/** The way to the next step, by the same key that began the sale. */
export const GoOn = ({ acting, onGo, label, isPass = false }: Props) => {
  const t = useTexts('sales');
  return (
    <Foot acting={acting}>
      <Action
        keys="KeyS"
        size="sm"
        variant={isPass ? 'default' : 'filled'}
        loading={acting.isBusy}
        onClick={onGo}
      >
        {label ?? t('guided.next')}
      </Action>
    </Foot>
  );
};
