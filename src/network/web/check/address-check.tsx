import { MapPinned } from 'lucide-react';
import { EmptyState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { AddressField, type Chosen } from './address-field.tsx';
import css from './check.module.css';
import { CheckResult } from './check-result.tsx';

type Props = {
  chosen: Chosen | null;
  onChoose: (one: Chosen) => void;
  /** On a page of its own the address waits for words; beside a conversation it does not. */
  isFocused?: boolean;
};

/** The address check: for its page, and to stand beside a conversation or a sale. */
export const AddressCheck = ({ chosen, onChoose, isFocused = false }: Props) => {
  const t = useTexts('network');
  return (
    <div className={css.check}>
      <AddressField initial={chosen?.text ?? ''} isFocused={isFocused} onChoose={onChoose} />
      {chosen === null ? (
        <EmptyState icon={MapPinned} title={t('check.empty')} text={t('check.emptyText')} />
      ) : (
        <CheckResult key={`${chosen.buildingId} ${chosen.text}`} chosen={chosen} />
      )}
    </div>
  );
};
