import { Modal, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { coveragePaths, useWrite } from '../client.ts';

/** What a street was called before, from when and until when. */
export const NameDialog = ({ streetId, onClose }: { streetId: number; onClose: () => void }) => {
  const t = useTexts('network');
  const add = useWrite('POST /api/streets/{id}/former-names', coveragePaths);
  const form = useForm({
    initial: { name: '', fromOn: '', untilOn: '' },
    save: ({ name, fromOn, untilOn }) =>
      add.mutateAsync({ id: streetId, name, fromOn: fromOn || null, untilOn: untilOn || null }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('formerNames.add')} size={480}>
      <Form form={form} onCancel={onClose}>
        <TextInput {...form.text('name')} label={t('formerNames.name')} data-autofocus />
        <FormRow>
          <DayInput {...form.value('fromOn')} label={t('formerNames.from')} />
          <DayInput {...form.value('untilOn')} label={t('formerNames.to')} />
        </FormRow>
      </Form>
    </Modal>
  );
};
