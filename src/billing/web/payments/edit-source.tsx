import '@mantine/core/styles/PasswordInput.layer.css';
import { Checkbox, Modal, PasswordInput, Select, Textarea, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { madeSources } from '../../api/payment-kinds.ts';
import { isCaller } from '../../api/source-guards.ts';
import type { PaymentSource } from '../client.ts';
import { GatewayFields } from './gateway-fields.tsx';
import { useSourceForm } from './use-source-form.ts';

type Props = { source: PaymentSource | null; onClose: () => void };

/** A source of payments, new or to be changed. Its kind stays what it is. */
export const EditSource = ({ source, onClose }: Props) => {
  const t = useTexts('billing');
  const form = useSourceForm(source, onClose);
  const { kind } = form.values;
  return (
    <Modal opened onClose={onClose} title={source?.name ?? t('sources.add')} size={520}>
      <Form form={form} onCancel={onClose}>
        {source ? null : (
          <Select
            {...form.value('kind')}
            label={t('sources.kind')}
            data={madeSources.map((value) => ({ value, label: t(`choices.sourceKind.${value}`) }))}
            allowDeselect={false}
          />
        )}
        <TextInput {...form.text('name')} label={t('sources.name')} data-autofocus />
        {kind === 'osmp' ? (
          <FormRow>
            <TextInput {...form.text('login')} label={t('sources.login')} autoComplete="off" />
            <PasswordInput
              {...form.text('password')}
              label={t('sources.password')}
              autoComplete="new-password"
              {...(source?.login ? { placeholder: t('sources.passwordStays') } : {})}
            />
          </FormRow>
        ) : null}
        {kind === 'yookassa' ? (
          <GatewayFields
            shopId={form.text('shopId')}
            secretKey={form.text('secretKey')}
            accountField={form.text('accountField')}
            apiUrl={form.text('apiUrl')}
            sourceId={source?.id ?? null}
          />
        ) : null}
        {kind === 'bank' ? (
          <TextInput
            {...form.text('bankAccount')}
            label={t('sources.bankAccount')}
            description={t('sources.bankAccountHint')}
          />
        ) : null}
        {kind !== null && isCaller(kind) ? (
          <Textarea
            {...form.text('addresses')}
            label={t('sources.addresses')}
            description={t('sources.addressesHint')}
            autosize
            minRows={2}
            maxRows={6}
          />
        ) : null}
        {kind === 'osmp' ? (
          <FormRow>
            <NumberField {...form.value('leastMinor')} label={t('sources.least')} />
            <NumberField {...form.value('mostMinor')} label={t('sources.most')} />
          </FormRow>
        ) : null}
        <Checkbox {...form.tick('isEnabled')} label={t('sources.isEnabled')} />
      </Form>
    </Modal>
  );
};
