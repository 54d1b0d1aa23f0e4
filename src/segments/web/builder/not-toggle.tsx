import { useTexts } from '../../../ui/texts.ts';
import css from './builder.module.css';

/** Whether what follows is denied. */
export const NotToggle = ({
  isNot,
  onNot,
}: {
  isNot: boolean;
  onNot: (isNot: boolean) => void;
}) => {
  const t = useTexts('segments');
  return (
    <button
      type="button"
      className={css.not}
      aria-pressed={isNot}
      title={t('builder.notHint')}
      onClick={() => onNot(!isNot)}
    >
      {t('builder.not')}
    </button>
  );
};
