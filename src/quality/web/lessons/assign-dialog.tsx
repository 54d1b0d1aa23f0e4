import { Modal, Select } from '@mantine/core';
import { useColleagues } from '../../../staff/web/index.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { learningPaths, useWrite } from '../client.ts';

type Props = {
  lesson: { id: number; name: string };
  /** Without one, somebody is chosen. */
  staff?: { id: number; name: string };
  onClose: () => void;
};

/** Gives somebody a lesson, with the day by which it should be passed. */
export const AssignDialog = ({ lesson, staff, onClose }: Props) => {
  const t = useTexts('quality');
  const colleagues = useColleagues();
  const assign = useWrite('POST /api/quality-assignments', learningPaths);
  const form = useForm<{ staffId: string | null; dueOn: string }, unknown>({
    initial: { staffId: staff ? String(staff.id) : null, dueOn: '' },
    save: ({ staffId, dueOn }) =>
      assign.mutateAsync({
        lessonId: lesson.id,
        staffId: Number(staffId),
        dueOn: dueOn === '' ? null : dueOn,
      }),
    onSaved: () => {
      notifyDone(t('learning.done'));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={lesson.name} size={440}>
      <Form
        form={form}
        submitLabel={t('learning.give')}
        onCancel={onClose}
        isReady={form.values.staffId !== null}
      >
        {staff ? (
          <p>{t('learning.giveTo', { who: staff.name })}</p>
        ) : (
          <Select
            {...form.value('staffId')}
            label={t('reviews.who')}
            searchable
            required
            data={colleagues.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        )}
        <DayInput {...form.value('dueOn')} label={t('learning.dueOn')} />
      </Form>
    </Modal>
  );
};
