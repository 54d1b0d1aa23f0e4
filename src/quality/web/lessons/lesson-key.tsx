import { Check } from 'lucide-react';
import figures from '../../../ui/show/figures.module.css';
import { useTexts } from '../../../ui/texts.ts';
import type { Lesson } from '../client.ts';
import css from '../quality.module.css';

/** The questions of a test with the right answers, for whoever writes it. */
export const LessonKey = ({ lesson: { questions, passPercent } }: { lesson: Lesson }) => {
  const t = useTexts('quality');
  return (
    <section className={figures.sheet} aria-label={t('learning.test')}>
      <h2>{t('learning.test')}</h2>
      <p className={figures.rule}>{t('learning.testRule', { percent: passPercent })}</p>
      {questions.map(({ ask, choices, right }) => (
        <div key={ask} className={css.group}>
          <h3>{ask}</h3>
          <ul className={css.items}>
            {choices.map((choice, at) => (
              <li key={choice}>
                <span>{choice}</span>
                {at === right ? <Check size={14} aria-label={t('lessons.right')} /> : null}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
};
