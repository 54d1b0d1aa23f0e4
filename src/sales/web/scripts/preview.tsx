import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { nextOf } from '../../guided/walk.ts';
import { numberAsked, type Step, takesSeveral } from '../../scripts/steps.ts';
import { ChoiceButton } from '../guided/choices.tsx';
import { StepWords } from '../guided/step-words.tsx';
import css from '../guided/guided.module.css';

type Props = { steps: readonly Step[]; title?: string; onClose: () => void };

/** The script walked through as an agent does, with nobody at the other end. */
export const Preview = ({ steps, title, onClose }: Props) => {
  const t = useTexts('sales');
  const [path, setPath] = useState([steps[0]?.key ?? '']);
  const step = steps.find(({ key }) => key === path.at(-1));
  if (!step) return null;
  const go = (option?: number): void => {
    const answer = option === undefined ? undefined : { options: [option], number: null };
    const next = nextOf(step, answer);
    if (next !== null) setPath([...path, next]);
  };
  const asked = numberAsked(step);
  const mustAnswer = step.kind === 'question' && (step.fills === null || step.next === null);
  return (
    <Modal opened onClose={onClose} title={title ?? t('scripts.preview')} size={420}>
      <div className={css.runner}>
        <p className={css.place}>
          {t('scripts.previewPlace', { count: path.length, kind: t(`scripts.kinds.${step.kind}`) })}
        </p>
        <StepWords step={step} />
        <div className={css.answers}>
          {step.options.map(({ label }, at) => (
            <ChoiceButton
              key={`${step.key} ${label}`}
              at={at}
              label={label}
              isChosen={false}
              onChoose={() => go(takesSeveral(step) ? undefined : at)}
            />
          ))}
          {asked ? (
            <NumberField
              label={t(`guided.typed.${asked}`)}
              value={undefined}
              onChange={() => undefined}
              disabled
            />
          ) : null}
          {step.kind === 'say' || step.kind === 'question' ? null : (
            <p className={css.none}>{t(`scripts.hints.${step.kind}`)}</p>
          )}
        </div>
        <div className={css.foot}>
          <Button
            variant="subtle"
            color="gray"
            disabled={path.length < 2}
            onClick={() => setPath(path.slice(0, -1))}
          >
            {t('guided.back')}
          </Button>
          <Button
            variant={step.kind === 'question' ? 'default' : 'filled'}
            data-autofocus
            disabled={step.kind === 'end' || mustAnswer}
            onClick={() => go()}
          >
            {t(step.kind === 'question' ? 'guided.pass' : 'guided.next')}
          </Button>
        </div>
      </div>
    </Modal>
  );
};
