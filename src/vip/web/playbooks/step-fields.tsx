import { Button, Checkbox, Fieldset, Select, Textarea, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { playbookOutcomes, stepOwners } from '../../kinds.ts';
import css from '../vip.module.css';
import { type AnswerValues, emptyAnswer, outcomeTo, type StepValues } from './step-values.ts';

const MOST_ANSWERS = 6;

type Props = {
  at: number;
  steps: readonly StepValues[];
  onChange: (step: StepValues) => void;
  onRemove?: () => void;
};

/** One step: what is done, by whom, in how many days, and where each answer leads. */
export const StepFields = ({ at, steps, onChange, onRemove }: Props) => {
  const t = useTexts('vip');
  const step = steps[at];
  if (!step) return null;
  const { answers } = step;
  const set = (more: Partial<StepValues>): void => onChange({ ...step, ...more });
  return (
    <Fieldset legend={t('playbooks.step', { number: at + 1 })}>
      <StepHead step={step} onChange={onChange} />
      {answers.map((answer, index) => (
        <AnswerFields
          key={answer.key}
          answer={answer}
          later={steps.slice(at + 1)}
          firstNumber={at + 2}
          onChange={(next) => set({ answers: answers.with(index, next) })}
          {...(answers.length > 1
            ? { onRemove: () => set({ answers: answers.toSpliced(index, 1) }) }
            : {})}
        />
      ))}
      <div className={css.line}>
        {answers.length < MOST_ANSWERS ? (
          <Button
            size="xs"
            variant="subtle"
            leftSection={<Plus size={14} />}
            onClick={() => set({ answers: [...answers, emptyAnswer()] })}
          >
            {t('playbooks.addAnswer')}
          </Button>
        ) : null}
        {onRemove ? (
          <Button size="xs" variant="subtle" leftSection={<X size={14} />} onClick={onRemove}>
            {t('playbooks.removeStep')}
          </Button>
        ) : null}
      </div>
    </Fieldset>
  );
};

const StepHead = (props: { step: StepValues; onChange: (step: StepValues) => void }) => {
  const t = useTexts('vip');
  const { step, onChange } = props;
  const { title, words, owner, days, isEmpathy } = step;
  const set = (more: Partial<StepValues>): void => onChange({ ...step, ...more });
  return (
    <>
      <FormRow>
        <TextInput
          label={t('playbooks.stepTitle')}
          value={title}
          required
          onChange={(event) => set({ title: event.target.value })}
        />
        <Select
          label={t('playbooks.owner')}
          value={owner}
          allowDeselect={false}
          onChange={(value) => set({ owner: value ?? 'personal_manager' })}
          data={stepOwners.map((value) => ({ value, label: t(`stepOwners.${value}`) }))}
        />
        <NumberField
          label={t('playbooks.inDays')}
          value={days}
          required
          onChange={(value) => set({ days: value })}
        />
      </FormRow>
      <Textarea
        label={t('playbooks.stepWords')}
        value={words}
        autosize
        onChange={(event) => set({ words: event.target.value })}
      />
      <div className={css.line}>
        <Checkbox
          label={t('playbooks.isEmpathy')}
          checked={isEmpathy}
          onChange={(event) => set({ isEmpathy: event.target.checked })}
        />
      </div>
    </>
  );
};

const AnswerFields = (props: {
  answer: AnswerValues;
  later: readonly StepValues[];
  firstNumber: number;
  onChange: (answer: AnswerValues) => void;
  onRemove?: () => void;
}) => {
  const { answer, later, firstNumber, onChange, onRemove } = props;
  const t = useTexts('vip');
  return (
    <FormRow>
      <TextInput
        label={t('playbooks.answer')}
        value={answer.label}
        required
        onChange={(event) => onChange({ ...answer, label: event.target.value })}
      />
      <Select
        label={t('playbooks.leadsTo')}
        value={answer.to}
        allowDeselect={false}
        onChange={(value) => onChange({ ...answer, to: value ?? answer.to })}
        data={[
          ...later.map(({ key, title }, at) => ({
            value: key,
            label: `${firstNumber + at}. ${title}`,
          })),
          ...playbookOutcomes.map((value) => ({
            value: outcomeTo(value),
            label: t('playbooks.endsAs', { outcome: t(`playbookOutcomes.${value}`) }),
          })),
        ]}
      />
      {onRemove ? (
        <Button
          variant="subtle"
          aria-label={t('playbooks.removeAnswer')}
          style={{ alignSelf: 'end' }}
          onClick={onRemove}
        >
          <X size={14} />
        </Button>
      ) : null}
    </FormRow>
  );
};
