import { Modal, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../api.ts';

export const NewRole = (props: { onClose: () => void; onMade: (id: number) => void }) => {
  const t = useTexts('staff');
  const create = useWrite('POST /api/roles');
  const form = useForm({
    initial: { name: '' },
    save: ({ name }) => create.mutateAsync({ name, permissions: {} }),
    onSaved: ({ id }) => {
      props.onClose();
      props.onMade(id);
    },
  });
  return (
    <Modal opened onClose={props.onClose} title={t('roles.create')} size={400}>
      <Form form={form} submitLabel={t('roles.create')} onCancel={props.onClose} isGuarded={false}>
        <TextInput
          label={t('roles.name')}
          placeholder={t('roles.namePlaceholder')}
          data-autofocus
          {...form.text('name')}
        />
      </Form>
    </Modal>
  );
};
