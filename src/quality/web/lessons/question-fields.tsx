import '@mantine/core/styles/Fieldset.layer.css';
import { Button, Fieldset, Select, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useTexts } from '../../../ui/texts.ts';
import css from '../quality.module.css';
import { emptyChoice, type QuestionValues } from './lesson-values.ts';

const MOST_CHOICES = 6;

type Props = {
  question: QuestionValues;
  number: number;
  onChange: (question: QuestionValues) => void;
  onRemove?: () => void;
};

/** One question, its choices, and which of them is right. */
export const QuestionFields = ({ question, number, onChange, onRemove }: Props) => {
  const t = useTexts('quality');
  const { ask, choices, right } = question;
  const set = (more: Partial<QuestionValues>): void => onChange({ ...question, ...more });
  return (
    <Fieldset legend={t('lessons.question', { number })}>
      <TextInput
        label={t('lessons.ask')}
        value={ask}
        required
        onChange={(event) => set({ ask: event.target.value })}
      />
      {choices.map(({ id, words }, at) => (
        <TextInput
          key={id}
          label={t('lessons.choice', { number: at + 1 })}
          value={words}
          onChange={(event) =>
            set({ choices: choices.with(at, { id, words: event.target.value }) })
          }
        />
      ))}
      <Select
        label={t('lessons.right')}
        value={right}
        allowDeselect={false}
        onChange={(value) => set({ right: value ?? '0' })}
        data={choices.map((_, at) => ({
          value: String(at),
          label: t('lessons.choice', { number: at + 1 }),
        }))}
      />
      <div className={css.line}>
        {choices.length < MOST_CHOICES ? (
          <Button
            size="xs"
            variant="subtle"
            leftSection={<Plus size={14} />}
            onClick={() => set({ choices: [...choices, emptyChoice()] })}
          >
            {t('lessons.addChoice')}
          </Button>
        ) : null}
        {onRemove ? (
          <Button size="xs" variant="subtle" leftSection={<X size={14} />} onClick={onRemove}>
            {t('lessons.removeQuestion')}
          </Button>
        ) : null}
      </div>
    </Fieldset>
  );
};
