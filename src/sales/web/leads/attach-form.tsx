import { SubscriberPicker } from '../../../subscribers/web/index.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { leadPaths, type OpenLead, useWrite } from '../client.ts';

type Props = { lead: OpenLead; onClose: () => void; onBack: () => void };

/** Whose a lead is that looks like nobody's: found by a name, a phone or an account. */
export const AttachForm = ({ lead: { id, version }, onClose, onBack }: Props) => {
  const t = useTexts('sales');
  const attach = useWrite('POST /api/leads/{id}/attach', leadPaths);
  const form = useForm<{ subscriberId: number | null }, unknown>({
    initial: { subscriberId: null },
    save: ({ subscriberId }) =>
      attach.mutateAsync({ id, version, subscriberId: subscriberId ?? 0 }),
    onSaved: () => {
      notifyDone(t('leads.isAttached'));
      onClose();
    },
  });
  return (
    <Form
      form={form}
      submitLabel={t('leads.attach')}
      onCancel={onBack}
      isReady={form.values.subscriberId !== null}
    >
      <SubscriberPicker
        label={t('fields.subscriberId')}
        exceptId={0}
        onPick={(subscriberId) => form.set('subscriberId', subscriberId)}
      />
    </Form>
  );
};
