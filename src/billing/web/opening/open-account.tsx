import { Modal, Select, TextInput } from '@mantine/core';
import { useNavigate } from 'react-router';
import type { Card } from '../../../subscribers/web/index.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { servicePaths, useWrite } from '../client.ts';

type Values = {
  serviceAddressId: string | null;
  number: string;
  contractNumber: string;
  login: string;
};

/** Opens an account for the subscriber of a card, and leads to it. */
export const OpenAccount = ({ card, onClose }: { card: Card; onClose: () => void }) => {
  const t = useTexts('billing');
  const navigate = useNavigate();
  const open = useWrite('POST /api/accounts', servicePaths);
  const [first] = card.addresses;
  const form = useForm<Values, { id: number }>({
    initial: {
      serviceAddressId: first ? String(first.id) : null,
      number: '',
      contractNumber: '',
      login: '',
    },
    save: ({ serviceAddressId, number, contractNumber, login }) =>
      open.mutateAsync({
        subscriberId: card.id,
        ...(serviceAddressId !== null && { serviceAddressId: Number(serviceAddressId) }),
        ...(number !== '' && { number }),
        ...(contractNumber !== '' && { contractNumber }),
        lines: login === '' ? [] : [{ kind: 'internet', login }],
      }),
    onSaved: ({ id }) => {
      onClose();
      void navigate(`/accounts/${id}`);
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('opening.open')} size={420}>
      <Form form={form} onCancel={onClose} submitLabel={t('opening.open')}>
        {card.addresses.length > 0 ? (
          <Select
            {...form.value('serviceAddressId')}
            label={t('opening.address')}
            data={card.addresses.map(({ id, text }) => ({ value: String(id), label: text }))}
            placeholder={t('opening.noAddress')}
            clearable
          />
        ) : null}
        <TextInput
          {...form.text('number')}
          label={t('fields.account')}
          placeholder={t('opening.byItself')}
          data-autofocus
        />
        <TextInput
          {...form.text('contractNumber')}
          label={t('fields.contract')}
          placeholder={t('opening.asAccount')}
        />
        <TextInput {...form.text('login')} label={t('opening.login')} />
      </Form>
    </Modal>
  );
};
