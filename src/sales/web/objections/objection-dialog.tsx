import { Button, Checkbox, Modal, Textarea, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { Form, FormSection } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Objection, useWrite } from '../client.ts';

type Answer = { id?: number; words: string; nextStep: string };
type Props = { objection: Objection | undefined; onClose: () => void };

const paths = ['/api/objections'];
const blank: Answer = { words: '', nextStep: '' };

/** An objection, the words by which it is found, and several answers each with what to do next. */
export const ObjectionDialog = ({ objection, onClose }: Props) => {
  const t = useTexts('sales');
  const add = useWrite('POST /api/objections', paths);
  const change = useWrite('PUT /api/objections/{id}', paths);
  const form = useForm<
    { name: string; words: string; isArchived: boolean; answers: Answer[] },
    unknown
  >({
    initial: {
      name: objection?.name ?? '',
      words: objection?.words ?? '',
      isArchived: objection?.isArchived ?? false,
      answers: objection?.answers.map(({ id, words, nextStep }) => ({ id, words, nextStep })) ?? [
        blank,
      ],
    },
    save: ({ isArchived, ...values }) => {
      const answers = values.answers.filter(({ words }) => words.trim() !== '');
      return objection
        ? change.mutateAsync({
            ...values,
            isArchived,
            answers,
            id: objection.id,
            version: objection.version,
          })
        : add.mutateAsync({ ...values, answers });
    },
    onSaved: onClose,
  });
  const { answers } = form.values;
  const put = (at: number, part: Partial<Answer>): void =>
    form.set(
      'answers',
      answers.map((answer, place) => (place === at ? { ...answer, ...part } : answer)),
    );
  return (
    <Modal opened onClose={onClose} title={objection?.name ?? t('objections.add')} size={560}>
      <Form form={form} onCancel={onClose} isGuarded={false}>
        <TextInput {...form.text('name')} label={t('objections.name')} required data-autofocus />
        <Textarea
          {...form.text('words')}
          label={t('objections.words')}
          description={t('objections.wordsHint')}
          autosize
          minRows={2}
        />
        {answers.map((answer, at) => (
          <AnswerFields
            key={answer.id ?? `new ${at}`}
            answer={answer}
            count={at + 1}
            onChange={(part) => put(at, part)}
          />
        ))}
        <Button
          variant="subtle"
          leftSection={<Plus size={14} />}
          onClick={() => form.set('answers', [...answers, blank])}
        >
          {t('objections.addAnswer')}
        </Button>
        {objection ? (
          <Checkbox {...form.tick('isArchived')} label={t('objections.archive')} />
        ) : null}
      </Form>
    </Modal>
  );
};

type AnswerProps = { answer: Answer; count: number; onChange: (part: Partial<Answer>) => void };

const AnswerFields = ({ answer, count, onChange }: AnswerProps) => {
  const t = useTexts('sales');
  return (
    <FormSection title={t('objections.answer', { count })}>
      <Textarea
        label={t('objections.aloud')}
        autosize
        minRows={2}
        value={answer.words}
        onChange={(event) => onChange({ words: event.target.value })}
      />
      <TextInput
        label={t('objections.nextStep')}
        value={answer.nextStep}
        onChange={(event) => onChange({ nextStep: event.target.value })}
      />
    </FormSection>
  );
};
