import { Modal, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { MomentField } from '../../../ui/form/moment-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Case, casePaths, useWrite } from '../client.ts';

type Props = { found: Case; onClose: () => void };
type Values = { operator: string; number: string; dueAt: string | null };

/** Another operator asks for a number: who, for which, and by when it has to be answered. */
export const BringNotice = ({ found: { subscriber }, onClose }: Props) => {
  const t = useTexts('retention');
  const bring = useWrite('POST /api/port-notices', casePaths);
  const form = useForm<Values, unknown>({
    initial: { operator: '', number: '', dueAt: null },
    save: (values) =>
      bring.mutateAsync({ subscriberId: subscriber.id, ...values, dueAt: values.dueAt ?? '' }),
    onSaved: onClose,
  });
  const { dueAt } = form.values;
  return (
    <Modal opened onClose={onClose} title={t('notice.bring')} size={480}>
      <Form
        form={form}
        submitLabel={t('notice.keep')}
        onCancel={onClose}
        isGuarded={false}
        isReady={dueAt !== null}
      >
        <FormRow>
          <TextInput {...form.text('operator')} label={t('notice.operator')} required />
          <TextInput {...form.text('number')} label={t('notice.number')} required />
        </FormRow>
        <MomentField {...form.value('dueAt')} label={t('fields.dueAt')} required />
      </Form>
    </Modal>
  );
};
