import { useLookup } from '../slot.tsx';
import { useTexts } from '../texts.ts';
import { timelineKinds } from './words.ts';
import css from './timeline.module.css';

type Props = { chosen: string | undefined; onChoose: (kind: string | undefined) => void };

/** Chips by which one kind of events is seen alone. */
export const KindFilter = ({ chosen, onChoose }: Props) => {
  const t = useTexts();
  const kinds = Object.entries(useLookup(timelineKinds));
  if (kinds.length < 2) return null;
  const sorted = kinds.toSorted(([, a], [, b]) => a.order - b.order);
  return (
    <div className={css.kinds} role="group" aria-label={t('timeline.kinds')}>
      <button
        type="button"
        className={css.kind}
        aria-pressed={chosen === undefined}
        onClick={() => onChoose(undefined)}
      >
        {t('timeline.all')}
      </button>
      {sorted.map(([kind, { textKey }]) => (
        <button
          key={kind}
          type="button"
          className={css.kind}
          aria-pressed={chosen === kind}
          onClick={() => onChoose(chosen === kind ? undefined : kind)}
        >
          {t(textKey)}
        </button>
      ))}
    </div>
  );
};
