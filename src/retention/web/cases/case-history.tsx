import { formatInstant } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Case } from '../client.ts';
import { words } from '../timeline.ts';
import css from './desk.module.css';

/** Every step of a case, the earliest first, in the words of the timeline. */
export const CaseHistory = ({ found: { id, history } }: { found: Case }) => {
  const t = useTexts('retention');
  const word = (step: Case['history'][number]): string => {
    const known = words[step.type];
    const entry = {
      ...step,
      source: '',
      subjectKind: 'case',
      subjectId: id,
      details: null,
      actorName: step.actor,
    };
    return known ? t(known.textKey, known.values?.(entry) ?? {}) : step.type;
  };
  return (
    <section className={css.part} aria-label={t('cases.history')}>
      <h2>{t('cases.history')}</h2>
      <ol className={css.feed}>
        {history.map((step) => (
          <li key={step.id}>
            {word(step)} · {step.actor ?? t('cases.system')} ·{' '}
            <time dateTime={step.at}>{formatInstant(step.at)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
};
