import { Button } from '@mantine/core';
import { KeyHint } from '../../../ui/show/key-hint.tsx';
import { useShortcut } from '../../../ui/shortcut.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type PitchAnswer, pitchAnswers } from '../../pitches/answers.ts';
import { costOf } from './further-cost.ts';
import { GoOn } from './go-on.tsx';
import type { Further, StepProps } from './use-guided.ts';
import css from './guided.module.css';

/** One or two further services with their arguments, and what was answered to each. */
export const FurtherStep = ({ sale, acting }: StepProps) => {
  const t = useTexts('sales');
  const { furthers } = sale;
  const first = furthers.find(({ answer }) => answer === null);
  return (
    <>
      {furthers.length === 0 ? <p className={css.none}>{t('guided.nothingFurther')}</p> : null}
      {furthers.map((further) => (
        <section key={further.productId} className={css.further} aria-label={further.name}>
          <span className={css.tariff}>
            <strong>{further.name}</strong>
            <span className="dim">{costOf(further, sale.currency, t)}</span>
          </span>
          {further.argument === null ? null : <p className={css.argument}>{further.argument}</p>}
          <div className={css.four} role="group" aria-label={t('pitch.answer')}>
            {pitchAnswers.map((answer, at) => (
              <AnswerButton
                key={answer}
                answer={answer}
                further={further}
                keys={further === first ? (answerKeys[at] ?? null) : null}
                onChoose={() =>
                  acting.act('PUT /api/guided-sales/{id}/further', {
                    productId: further.productId,
                    answer,
                  })
                }
              />
            ))}
          </div>
        </section>
      ))}
      <GoOn
        acting={acting}
        isPass={first !== undefined}
        onGo={() => acting.act('POST /api/guided-sales/{id}/answer', {})}
      />
    </>
  );
};

/** The same as for a pitch beside a conversation. */
const answerKeys = ['KeyU', 'KeyI', 'KeyO', 'KeyP'] as const;

type AnswerProps = {
  answer: PitchAnswer;
  further: Further;
  keys: string | null;
  onChoose: () => void;
};

const AnswerButton = ({ answer, further, keys, onChoose }: AnswerProps) => {
  const t = useTexts('sales');
  const label = t(`answers.${answer}`);
  useShortcut(keys ?? '', onChoose, {
    label: `${further.name}: ${label}`,
    isEnabled: keys !== null,
  });
  return (
    <Button
      size="xs"
      variant={further.answer === answer ? 'light' : 'default'}
      aria-pressed={further.answer === answer}
      onClick={onChoose}
      {...(keys === null ? {} : { rightSection: <KeyHint keys={keys} /> })}
    >
      {label}
    </Button>
  );
};
