import { Modal, TextInput } from '@mantine/core';
import { useNavigate } from 'react-router';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../client.ts';

type Values = { name: string; beginsOn: string; endsOn: string };

/** Begins a round: what it is called, and between which days. */
export const RoundDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts('quality');
  const go = useNavigate();
  const add = useWrite('POST /api/quality-rounds');
  const form = useForm<Values, { id: number }>({
    initial: { name: '', beginsOn: '', endsOn: '' },
    save: (values) => add.mutateAsync(values),
    onSaved: ({ id }) => void go(`/quality/mystery/${id}`),
  });
  const { beginsOn, endsOn } = form.values;
  return (
    <Modal opened onClose={onClose} title={t('mystery.add')} size={460}>
      <Form form={form} onCancel={onClose} isReady={beginsOn !== '' && endsOn !== ''}>
        <TextInput {...form.text('name')} label={t('mystery.name')} required data-autofocus />
        <FormRow>
          <DayInput {...form.value('beginsOn')} label={t('mystery.beginsOn')} required />
          <DayInput {...form.value('endsOn')} label={t('mystery.endsOn')} required />
        </FormRow>
      </Form>
    </Modal>
  );
};
