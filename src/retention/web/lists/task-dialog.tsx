import { Modal, Select, Textarea } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { taskOutcomes } from '../../lists/outcomes.ts';
import { type CareTask, listPaths, useWrite } from '../plan/client.ts';

type Values = { outcome: (typeof taskOutcomes)[number]; note: string };

/** What a task has come to, with the words of the person; it can be taken back at once. */
export const TaskDialog = ({ task, onClose }: { task: CareTask; onClose: () => void }) => {
  const t = useTexts('retention');
  const route = 'PUT /api/care-tasks/{listId}/{subscriberId}' as const;
  const write = useWrite(route, ['/api/care-tasks', ...listPaths]);
  const { listId, subscriberId, tries } = task;
  const form = useForm<Values, unknown>({
    initial: { outcome: 'taken', note: '' },
    save: (values) => write.mutateAsync({ listId, subscriberId, tries, ...values }),
    onSaved: () => {
      notifyDone(t('lists.written'));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t(`plan.actions.${task.action}`)} size={420}>
      <Form form={form} onCancel={onClose}>
        <Select
          value={form.values.outcome}
          onChange={(outcome) => form.set('outcome', outcome ?? 'taken')}
          label={t('lists.outcome')}
          allowDeselect={false}
          data={taskOutcomes.map((value) => ({ value, label: t(`lists.outcomes.${value}`) }))}
          data-autofocus
        />
        <Textarea {...form.text('note')} label={t('lists.note')} autosize minRows={2} />
      </Form>
    </Modal>
  );
};
