import { Modal, Select, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type ConnectInput, type Deal, orderPaths, useWrite } from '../client.ts';

const buyers = ['same', 'another'] as const;

type Values = Required<Pick<ConnectInput, 'login' | 'contractNumber' | 'buyer'>>;

/** Connects what was accepted: account, services, first charge. */
export const ConnectDialog = ({ deal, onClose }: { deal: Deal; onClose: () => void }) => {
  const t = useTexts('sales');
  const connect = useWrite('POST /api/deals/{id}/connect', orderPaths);
  const form = useForm<Values, { account: string }>({
    initial: { login: '', contractNumber: '', buyer: 'ask' },
    save: (values) => connect.mutateAsync({ id: deal.id, version: deal.version, ...values }),
    onSaved: ({ account }) => {
      notifyDone(t('connect.done', { account }));
      onClose();
    },
  });
  const { buyer } = form.values;
  const isAsked = buyer !== 'ask' || form.errors.byField.buyer !== undefined;
  return (
    <Modal opened onClose={onClose} title={t('connect.title')} size={420}>
      <p>{t('connect.text')}</p>
      <Form form={form} onCancel={onClose} submitLabel={t('connect.do')}>
        <TextInput {...form.text('login')} label={t('connect.login')} data-autofocus />
        <TextInput
          {...form.text('contractNumber')}
          label={t('connect.contract')}
          placeholder={t('connect.asAccepted')}
        />
        {isAsked ? (
          <Select
            {...form.value('buyer')}
            label={t('connect.who')}
            value={buyer === 'ask' ? null : buyer}
            onChange={(value) => form.set('buyer', value ?? 'ask')}
            data={buyers.map((value) => ({ value, label: t(`connect.buyers.${value}`) }))}
          />
        ) : null}
      </Form>
    </Modal>
  );
};
