import { Checkbox, Modal, Textarea, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Answer } from '../../reasons/answers.ts';
import { type Reason, useWrite } from '../client.ts';
import { AnswerFields } from './answer-fields.tsx';

const paths = ['/api/leaving-reasons'];
/** One that is changed, or a new one: a group, or a reason under one. */
export type Opened = { reason?: Reason; parentId: number | null };

type Values = {
  name: string;
  takesOffers: boolean;
  words: string;
  answers: Answer[];
  leavePercent: number | undefined;
  isArchived: boolean;
};

/** A reason or a group: its name, and how the talk goes in its branch. */
export const ReasonDialog = ({ reason, parentId, onClose }: Opened & { onClose: () => void }) => {
  const t = useTexts('retention');
  const add = useWrite('POST /api/leaving-reasons', paths);
  const change = useWrite('PUT /api/leaving-reasons/{id}', paths);
  const form = useForm<Values, unknown>({
    initial: {
      name: reason?.name ?? '',
      takesOffers: reason?.takesOffers ?? true,
      words: reason?.words ?? '',
      answers: reason?.answers ?? [],
      leavePercent: Math.round((reason?.leaveChance ?? 0.6) * 100),
      isArchived: reason?.isArchived ?? false,
    },
    save: ({ leavePercent, isArchived, ...values }) => {
      const fields = { ...values, leaveChance: (leavePercent ?? 0) / 100 };
      return reason
        ? change.mutateAsync({ ...fields, isArchived, id: reason.id, version: reason.version })
        : add.mutateAsync({ ...fields, parentId });
    },
    onSaved: onClose,
  });
  const title = reason?.name ?? t(parentId === null ? 'reasons.addGroup' : 'reasons.add');
  return (
    <Modal opened onClose={onClose} title={title} size={560}>
      <Form form={form} onCancel={onClose} isGuarded={false} isLong>
        <TextInput {...form.text('name')} label={t('settings.name')} required data-autofocus />
        <Textarea {...form.text('words')} label={t('reasons.words')} autosize minRows={2} />
        <AnswerFields
          answers={form.values.answers}
          onChange={(answers) => form.set('answers', answers)}
        />
        {parentId === null ? (
          <>
            <Checkbox {...form.tick('takesOffers')} label={t('reasons.takesOffers')} />
            <NumberField {...form.value('leavePercent')} label={t('reasons.leaveChance')} />
          </>
        ) : null}
        {reason ? <Checkbox {...form.tick('isArchived')} label={t('settings.archive')} /> : null}
      </Form>
    </Modal>
  );
};
