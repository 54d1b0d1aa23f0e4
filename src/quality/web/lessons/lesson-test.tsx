import { useState } from 'react';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import figures from '../../../ui/show/figures.module.css';
import { useTexts } from '../../../ui/texts.ts';
import { type Assignment, learningPaths, useWrite } from '../client.ts';
import css from '../quality.module.css';

/** The test: one choice of each question; afterwards it is told how many were right. */
export const LessonTest = ({ given }: { given: Assignment }) => {
  const t = useTexts('quality');
  const { id, version, questions, passPercent } = given;
  const [answers, setAnswers] = useState<ReadonlyMap<number, number>>(new Map());
  const take = useWrite('POST /api/quality-assignments/{id}/attempts', learningPaths);
  const send = (): void =>
    take.mutate(
      { id, version, answers: questions.map((_, at) => answers.get(at) ?? 0) },
      {
        onSuccess: ({ isPassed, rightCount }) =>
          notifyDone(
            isPassed
              ? t('learning.passedNow')
              : t('learning.failedNow', { rightCount, questions: questions.length }),
          ),
        onError: notifyProblem,
      },
    );
  return (
    <section className={figures.sheet} aria-label={t('learning.test')}>
      <h2>{t('learning.test')}</h2>
      <p className={figures.rule}>{t('learning.testRule', { percent: passPercent })}</p>
      {questions.map(({ ask, choices }, at) => (
        <fieldset key={ask} className={css.question}>
          <legend>{ask}</legend>
          {choices.map((choice, nth) => (
            <label key={choice}>
              <input
                type="radio"
                name={`question-${at}`}
                checked={answers.get(at) === nth}
                onChange={() => setAnswers(new Map(answers).set(at, nth))}
              />
              {choice}
            </label>
          ))}
        </fieldset>
      ))}
      <Action
        variant="filled"
        keys="Mod+Enter"
        disabled={answers.size < questions.length}
        loading={take.isPending}
        onClick={send}
      >
        {t('learning.send')}
      </Action>
    </section>
  );
};
