import { Modal, Select, Textarea, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { PhoneInput } from '../../../ui/form/inputs.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { FormBuilding } from '../building-field.tsx';
import { leadPaths, useWrite } from '../client.ts';
import { useSalesWords } from '../use-sales-words.ts';

const empty = {
  name: '',
  phone: '',
  email: '',
  address: '',
  buildingId: null as number | null,
  flat: '',
  wanted: '',
  sourceId: null as string | null,
  campaign: '',
  referralCode: '',
};

/** A lead typed in by hand: from the office, a fair, a neighbour's word. */
export const NewLead = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts('sales');
  const { sources } = useSalesWords();
  const bring = useWrite('POST /api/leads', leadPaths);
  const form = useForm<typeof empty, unknown>({
    initial: empty,
    save: ({ sourceId, ...values }) =>
      bring.mutateAsync({ ...values, sourceId: sourceId === null ? null : Number(sourceId) }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('leads.new')} size={560}>
      <Form form={form} onCancel={onClose}>
        <TextInput {...form.text('name')} label={t('fields.name')} required data-autofocus />
        <FormRow>
          <PhoneInput {...form.text('phone')} label={t('fields.phone')} />
          <TextInput {...form.text('email')} label={t('fields.email')} />
        </FormRow>
        <FormRow>
          <FormBuilding form={form} />
          <TextInput {...form.text('flat')} label={t('fields.flat')} />
        </FormRow>
        <Textarea {...form.text('wanted')} label={t('fields.wanted')} autosize minRows={2} />
        <FormRow>
          <Select
            {...form.value('sourceId')}
            label={t('fields.sourceId')}
            clearable
            data={sources}
          />
          <TextInput {...form.text('campaign')} label={t('fields.campaign')} />
        </FormRow>
        <TextInput {...form.text('referralCode')} label={t('fields.referralCode')} />
      </Form>
    </Modal>
  );
};
