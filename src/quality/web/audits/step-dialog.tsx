import { Modal, Select, Textarea } from '@mantine/core';
import { useColleagues } from '../../../staff/web/index.tsx';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { auditPaths, useWrite } from '../client.ts';

type Props = { at: { id: number; point: string }; title: string; onClose: () => void };
type Values = { words: string; staffId: string | null; dueOn: string };

/** What is to be done about a point, by whom and by when. */
export const StepDialog = ({ at, title, onClose }: Props) => {
  const t = useTexts('quality');
  const colleagues = useColleagues();
  const plan = useWrite('POST /api/quality-audits/{id}/steps', auditPaths);
  const form = useForm<Values, unknown>({
    initial: { words: '', staffId: null, dueOn: '' },
    save: ({ staffId, ...values }) =>
      plan.mutateAsync({ ...at, ...values, staffId: Number(staffId) }),
    onSaved: onClose,
  });
  const { staffId, dueOn } = form.values;
  return (
    <Modal opened onClose={onClose} title={title} size={460}>
      <Form
        form={form}
        submitLabel={t('steps.add')}
        onCancel={onClose}
        isReady={staffId !== null && dueOn !== ''}
      >
        <Textarea
          {...form.text('words')}
          label={t('steps.what')}
          required
          autosize
          minRows={2}
          data-autofocus
        />
        <FormRow>
          <Select
            {...form.value('staffId')}
            label={t('steps.who')}
            searchable
            required
            data={colleagues.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          <DayInput {...form.value('dueOn')} label={t('steps.dueOn')} required />
        </FormRow>
      </Form>
    </Modal>
  );
};
