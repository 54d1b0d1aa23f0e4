import { Modal, Textarea } from '@mantine/core';
import { dayOf } from '../../../ui/format.ts';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type OwnTerms, useWrite } from '../client.ts';
import { daysLater } from '../days.ts';
import { ProposeFields } from './propose-fields.tsx';
import { termsPaths } from './terms-words.ts';
import { TryTerms } from './try-terms.tsx';
import { type Values, wantedOf } from './wanted.ts';

/** Proposes terms; what they come to is shown before. */
export const ProposeDialog = (props: { id: number; own: OwnTerms; onClose: () => void }) => {
  const { id, own, onClose } = props;
  const t = useTexts('vip');
  const propose = useWrite('POST /api/vip/{id}/terms', termsPaths);
  const { currency } = own;
  const today = dayOf(serverNow());
  const form = useForm<Values, unknown>({
    initial: {
      kind: 'percent',
      value: undefined,
      subscriptionIds: [],
      accountId: null,
      fromOn: today,
      toOn: daysLater(today, 180),
      reason: '',
    },
    save: (values) =>
      propose.mutateAsync({ ...wantedOf(id, currency, values), reason: values.reason }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('terms.propose')} size={640}>
      <Form form={form} submitLabel={t('terms.propose')} onCancel={onClose}>
        <ProposeFields form={form} own={own} />
        <Textarea
          {...form.text('reason')}
          label={t('terms.reason')}
          autosize
          minRows={2}
          required
        />
        <TryTerms wanted={wantedOf(id, currency, form.values)} />
      </Form>
    </Modal>
  );
};
