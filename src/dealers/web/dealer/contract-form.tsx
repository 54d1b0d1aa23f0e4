import { Checkbox, Modal, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from 'react-router';
import { dayOf, majorOf, minorOf } from '../../../ui/format.ts';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useCurrency } from '../../../ui/viewer.tsx';
import { dealerPaths, useWrite, type Dealer } from '../client.ts';

type Values = {
  name: string;
  contractNumber: string;
  contractOn: string;
  terms: string;
  limit: number | undefined;
  isArchived: boolean;
};

/** A dealer and its contract, new or to be changed. */
export const ContractForm = (props: { dealer: Dealer | null; onClose: () => void }) => {
  const { dealer, onClose } = props;
  const t = useTexts('dealers');
  const navigate = useNavigate();
  const own = useCurrency();
  const currency = dealer?.currency ?? own;
  const add = useWrite('POST /api/dealers', dealerPaths);
  const change = useWrite('PUT /api/dealers/{id}', dealerPaths);
  const form = useForm<Values, { id?: number }>({
    initial: {
      name: dealer?.name ?? '',
      contractNumber: dealer?.contractNumber ?? '',
      contractOn: dealer?.contractOn ?? dayOf(serverNow()),
      terms: dealer?.terms ?? '',
      limit: dealer ? majorOf(dealer.creditLimitMinor, currency) : undefined,
      isArchived: dealer?.isArchived ?? false,
    },
    save: ({ limit = 0, isArchived, ...contract }) => {
      const input = { ...contract, creditLimitMinor: minorOf(limit, currency) };
      return dealer
        ? change.mutateAsync({ ...input, id: dealer.id, version: dealer.version, isArchived })
        : add.mutateAsync(input);
    },
    onSaved: ({ id }) => {
      onClose();
      if (id !== undefined) void navigate(`/dealers/${id}`);
    },
  });
  return (
    <Modal opened onClose={onClose} title={t(dealer ? 'contract.edit' : 'list.create')} size={520}>
      <Form form={form} onCancel={onClose}>
        <TextInput {...form.text('name')} label={t('contract.name')} required data-autofocus />
        <FormRow>
          <TextInput {...form.text('contractNumber')} label={t('contract.number')} required />
          <DayInput {...form.value('contractOn')} label={t('contract.on')} required />
        </FormRow>
        <NumberField
          {...form.value('limit')}
          label={t('contract.limit')}
          description={t('contract.limitHint')}
          required
        />
        <Textarea {...form.text('terms')} label={t('contract.terms')} autosize minRows={2} />
        {dealer ? <Checkbox {...form.tick('isArchived')} label={t('contract.isArchived')} /> : null}
      </Form>
    </Modal>
  );
};
