import { Eye, PencilLine } from 'lucide-react';
import { useTexts } from '../../../ui/texts.ts';
import css from './attention.module.css';
import type { Other } from './use-attention.ts';

const namesOf = (people: readonly Other[]): string => people.map(({ name }) => name).join(', ');

/** Who else is here: those who write in amber, for two answers to one question are one too many. */
export const OthersLine = ({ others }: { others: readonly Other[] }) => {
  const t = useTexts('work');
  const writing = others.filter((one) => one.isWriting);
  const looking = others.filter((one) => !one.isWriting);
  return (
    <div className={css.others} aria-live="polite">
      {writing.length > 0 ? (
        <span className={css.writing}>
          <PencilLine size={13} aria-hidden="true" />
          {t('attention.writing', { count: writing.length, names: namesOf(writing) })}
        </span>
      ) : null}
      {looking.length > 0 ? (
        <span className={css.looking}>
          <Eye size={13} aria-hidden="true" />
          {t('attention.looking', { count: looking.length, names: namesOf(looking) })}
        </span>
      ) : null}
    </div>
  );
};
