import { Modal } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import {
  type PaperDialogProps,
  paperPaths,
  type PayerDetails,
  useRead,
  useWrite,
} from '../client.ts';
import { PartyFields } from './party-fields.tsx';

/** Who pays for an account, as papers say it. */
export const EditPayer = ({ account, onClose }: PaperDialogProps) => {
  const t = useTexts('billing');
  const read = useRead('GET /api/accounts/{id}/payer', { id: account.id });
  return (
    <Modal opened onClose={onClose} title={t('papers.payer')} size={620}>
      {read.data ? (
        <Fields key={read.data.version} account={account} payer={read.data} onClose={onClose} />
      ) : null}
    </Modal>
  );
};

const Fields = ({ account, payer, onClose }: PaperDialogProps & { payer: PayerDetails }) => {
  const t = useTexts('billing');
  const save = useWrite('PUT /api/accounts/{id}/payer', paperPaths);
  const form = useForm<PayerDetails, unknown>({
    initial: payer,
    save: (values) => save.mutateAsync({ id: account.id, ...values }),
    onSaved: onClose,
  });
  return (
    <Form form={form} onCancel={onClose}>
      <p className="dim">{t('party.payerHint')}</p>
      <PartyFields text={form.text} />
    </Form>
  );
};
