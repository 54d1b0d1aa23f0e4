import { useState } from 'react';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { numberAsked, takesSeveral } from '../../scripts/steps.ts';
import { ChoiceButton } from './choices.tsx';
import { Foot } from './foot.tsx';
import { GoOn } from './go-on.tsx';
import type { StepProps } from './use-guided.ts';
import css from './guided.module.css';

const route = 'POST /api/guided-sales/{id}/answer';

/** A question: one answer leads on at once, several are chosen first; a number may be typed. */
export const QuestionStep = ({ sale, acting }: StepProps) => {
  const t = useTexts('sales');
  const { step, answer } = sale;
  const [options, setOptions] = useState<readonly number[]>(answer?.options ?? []);
  const [number, setNumber] = useState(answer?.number ?? undefined);
  const asked = numberAsked(step);
  const isOfSeveral = takesSeveral(step);
  const choose = (at: number): void => {
    if (!isOfSeveral) return acting.act(route, { options: [at] });
    setOptions(options.includes(at) ? options.filter((one) => one !== at) : [...options, at]);
  };
  const go = (): void =>
    acting.act(route, number === undefined ? { options: [...options] } : { number });
  const isPassed = options.length === 0 && number === undefined;
  return (
    <form
      className={css.answers}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      {step.options.map(({ label }, at) => (
        <ChoiceButton
          key={label}
          at={at}
          label={label}
          isChosen={options.includes(at)}
          onChoose={() => choose(at)}
        />
      ))}
      {asked ? (
        <NumberField label={t(`guided.typed.${asked}`)} value={number} onChange={setNumber} />
      ) : null}
      {isPassed && step.fills === null ? (
        <Foot acting={acting} />
      ) : (
        <GoOn
          acting={acting}
          onGo={go}
          isPass={isPassed}
          label={t(isPassed ? 'guided.pass' : 'guided.next')}
        />
      )}
    </form>
  );
};
