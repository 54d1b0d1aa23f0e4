import { Button, Checkbox, Modal, MultiSelect, Textarea, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Lesson, useRead, useWrite } from '../client.ts';
import css from '../quality.module.css';
import { ExampleFields } from './example-fields.tsx';
import {
  emptyExample,
  emptyQuestion,
  keptLesson,
  type LessonValues,
  valuesOf,
} from './lesson-values.ts';
import { QuestionFields } from './question-fields.tsx';

const paths = ['/api/quality-lessons', '/api/quality-weak-items'];

/** Writes a lesson, or a new version of one: what was tried stays tried by its own. */
export const LessonDialog = (props: { lesson: Lesson | null; onClose: () => void }) => {
  const { lesson, onClose } = props;
  const t = useTexts('quality');
  const add = useWrite('POST /api/quality-lessons', paths);
  const change = useWrite('PUT /api/quality-lessons/{id}', paths);
  const form = useForm<LessonValues, unknown>({
    initial: valuesOf(lesson),
    save: (values) => {
      const kept = keptLesson(values);
      if (!lesson) return add.mutateAsync(kept);
      const { id, version } = lesson;
      return change.mutateAsync({ ...kept, id, version, isArchived: values.isArchived });
    },
    onSaved: () => {
      notifyDone(t('saved'));
      onClose();
    },
  });
  const { questions, examples } = form.values;
  return (
    <Modal opened onClose={onClose} title={lesson?.name ?? t('lessons.add')} size={760}>
      <Form form={form} onCancel={onClose}>
        <FormRow>
          <TextInput {...form.text('name')} label={t('lessons.name')} required />
          <NumberField {...form.value('passPercent')} label={t('lessons.passPercent')} />
        </FormRow>
        <ItemChoice {...form.value('items')} />
        <Textarea
          {...form.text('article')}
          label={t('lessons.article')}
          autosize
          minRows={4}
          required
        />
        {examples.map((example, at) => (
          <ExampleFields
            key={example.id}
            example={example}
            onChange={(next) => form.set('examples', examples.with(at, next))}
            onRemove={() => form.set('examples', examples.toSpliced(at, 1))}
          />
        ))}
        {questions.map((question, at) => (
          <QuestionFields
            key={question.id}
            question={question}
            number={at + 1}
            onChange={(next) => form.set('questions', questions.with(at, next))}
            {...(questions.length > 1
              ? { onRemove: () => form.set('questions', questions.toSpliced(at, 1)) }
              : {})}
          />
        ))}
        <div className={css.line}>
          <Add onClick={() => form.set('questions', [...questions, emptyQuestion()])}>
            {t('lessons.addQuestion')}
          </Add>
          <Add onClick={() => form.set('examples', [...examples, emptyExample()])}>
            {t('lessons.addExample')}
          </Add>
        </div>
        {lesson ? <Checkbox {...form.tick('isArchived')} label={t('lessons.archive')} /> : null}
      </Form>
    </Modal>
  );
};

const Add = ({ onClick, children }: { onClick: () => void; children: string }) => (
  <Button size="xs" variant="default" leftSection={<Plus size={14} />} onClick={onClick}>
    {children}
  </Button>
);

/** Items of all cards in use, each once by its key. */
const ItemChoice = (field: { value: string[]; onChange: (value: string[]) => void }) => {
  const t = useTexts('quality');
  const { data } = useRead('GET /api/quality-cards');
  const items = new Map(
    (data?.cards ?? [])
      .flatMap(({ groups }) => groups.flatMap((group) => group.items))
      .map(({ key, title }) => [key, title]),
  );
  return (
    <MultiSelect
      {...field}
      label={t('lessons.items')}
      description={t('lessons.itemsHint')}
      searchable
      required
      data={[...items].map(([value, label]) => ({ value, label }))}
    />
  );
};
