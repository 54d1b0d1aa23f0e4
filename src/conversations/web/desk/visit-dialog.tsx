import { Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { SubscriberPicker } from '../../../subscribers/web/index.tsx';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useDeskRefresh } from '../act/use-desk-refresh.ts';
import { call } from '../api.ts';

/** Somebody stands before one: who it is, as far as one knows, and what is wanted. */
export const VisitDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts('conversations');
  const may = useMay();
  const navigate = useNavigate();
  const refresh = useDeskRefresh();
  const [subscriberId, setSubscriberId] = useState<number | null>(null);
  const form = useForm({
    initial: { name: '', phone: '', wanted: '' },
    save: (values) =>
      call('POST /api/conversations/visits', {
        ...values,
        ...(subscriberId === null ? {} : { subscriberId }),
      }),
    onSaved: ({ id }) => {
      void refresh();
      onClose();
      void navigate(`/conversations/${id}?queue=mine`);
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('visit.title')} size={480}>
      <Form form={form} submitLabel={t('visit.save')} onCancel={onClose} isGuarded={false}>
        {may('subscribers.view') ? (
          <SubscriberPicker label={t('visit.subscriber')} exceptId={0} onPick={setSubscriberId} />
        ) : null}
        {subscriberId === null ? (
          <FormRow>
            <TextInput {...form.text('name')} label={t('card.name')} />
            <TextInput {...form.text('phone')} label={t('card.phone')} inputMode="tel" />
          </FormRow>
        ) : null}
        <Textarea {...form.text('wanted')} label={t('visit.wanted')} autosize minRows={3} />
      </Form>
    </Modal>
  );
};
