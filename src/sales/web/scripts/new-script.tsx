import { Modal, TextInput } from '@mantine/core';
import { useNavigate } from 'react-router';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../client.ts';

/** Names a script; its steps are those of the one in use until they are changed. */
export const NewScript = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts('sales');
  const go = useNavigate();
  const add = useWrite('POST /api/sale-scripts');
  const form = useForm({
    initial: { name: '' },
    save: (values) => add.mutateAsync(values),
    onSaved: ({ id }) => void go(`/settings/scripts/${id}`),
  });
  return (
    <Modal opened onClose={onClose} title={t('scripts.add')}>
      <Form form={form} onCancel={onClose} isGuarded={false} submitLabel={t('scripts.begin')}>
        <TextInput
          {...form.text('name')}
          label={t('scripts.name')}
          description={t('scripts.nameHint')}
          required
          data-autofocus
        />
      </Form>
    </Modal>
  );
};
