import { Checkbox, Modal, Select, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { formatNo } from '../../../ui/format.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type ConnectInput, type Deal, orderPaths, useRead, useWrite } from '../client.ts';

type Values = Required<Pick<ConnectInput, 'login' | 'contractNumber' | 'buyer' | 'isOverridden'>>;

/** Connects what was accepted: account, services, first charge. */
export const ConnectDialog = ({ deal, onClose }: { deal: Deal; onClose: () => void }) => {
  const t = useTexts('sales');
  const connect = useWrite('POST /api/deals/{id}/connect', orderPaths);
  const { data } = useRead('GET /api/deals/{id}/alike', { id: deal.id });
  const form = useForm<Values, { account: string }>({
    initial: { login: '', contractNumber: '', buyer: 'ask', isOverridden: false },
    save: (values) => connect.mutateAsync({ id: deal.id, version: deal.version, ...values }),
    onSaved: ({ account }) => {
      notifyDone(t('connect.done', { account }));
      onClose();
    },
  });
  const { buyer, isOverridden } = form.values;
  const isStopped = isOverridden || form.errors.byField.isOverridden !== undefined;
  const alike = data?.alike ?? [];
  const isAsked = alike.length > 0 || buyer !== 'ask' || form.errors.byField.buyer !== undefined;
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
            value={buyer === 'ask' ? null : String(buyer)}
            onChange={(value) => form.set('buyer', buyerOf(value))}
            data={[
              ...alike.map(({ id, name }) => ({
                value: String(id),
                label: `${name}, ${formatNo(id)}`,
              })),
              { value: 'another', label: t('connect.buyers.another') },
            ]}
          />
        ) : null}
        {isStopped ? <Checkbox {...form.tick('isOverridden')} label={t('connect.anyway')} /> : null}
      </Form>
    </Modal>
  );
};

const buyerOf = (value: string | null): Values['buyer'] =>
  value === null ? 'ask' : value === 'another' ? value : Number(value);
