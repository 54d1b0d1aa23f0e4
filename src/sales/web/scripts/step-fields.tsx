import { Select, Textarea } from '@mantine/core';
import { FormRow } from '../../../ui/form/form.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { fillings, stepKinds } from '../../scripts/steps.ts';
import { OptionFields } from './option-fields.tsx';
import { type EditedStep, IN_ORDER } from './step-values.ts';
import css from './scripts.module.css';

type Props = {
  step: EditedStep;
  steps: readonly EditedStep[];
  onChange: (step: EditedStep) => void;
};

const NOTHING = 'nothing';

/** What is done at a step, what is said, what an answer fills, and where it leads. */
export const StepFields = ({ step, steps, onChange }: Props) => {
  const t = useTexts('sales');
  const put = (part: Partial<EditedStep>): void => onChange({ ...step, ...part });
  const others = steps.flatMap(({ key, words }, at) =>
    key === step.key ? [] : [{ value: key, label: `${at + 1}. ${words}` }],
  );
  return (
    <div className={css.fields}>
      <FormRow>
        <Select
          label={t('scripts.kind')}
          value={step.kind}
          allowDeselect={false}
          data={stepKinds.map((value) => ({ value, label: t(`scripts.kinds.${value}`) }))}
          onChange={(kind) => kind && put({ kind })}
        />
        {step.kind === 'end' ? null : (
          <Select
            label={t('scripts.next')}
            value={step.next}
            allowDeselect={false}
            data={[{ value: IN_ORDER, label: t('scripts.inOrder') }, ...others]}
            onChange={(next) => next && put({ next })}
          />
        )}
      </FormRow>
      <Textarea
        label={t(step.kind === 'question' ? 'scripts.question' : 'scripts.words')}
        description={t(`scripts.hints.${step.kind}`)}
        value={step.words}
        autosize
        minRows={2}
        maxLength={1000}
        onChange={(event) => put({ words: event.target.value })}
      />
      {step.kind === 'question' ? (
        <>
          <Select
            label={t('scripts.fills')}
            value={step.fills ?? NOTHING}
            allowDeselect={false}
            data={[NOTHING, ...fillings].map((value) => ({
              value,
              label: t(`scripts.fillings.${value}`),
            }))}
            onChange={(value) => put({ fills: fillings.find((one) => one === value) ?? null })}
          />
          <OptionFields step={step} others={others} onChange={(options) => put({ options })} />
        </>
      ) : null}
    </div>
  );
};
