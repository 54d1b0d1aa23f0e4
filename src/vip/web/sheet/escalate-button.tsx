import { Button, Modal, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, useWrite } from '../client.ts';

/** Puts a client's question to a leader. */
export const EscalateButton = ({ id }: { id: number }) => {
  const t = useTexts('vip');
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('escalations.ask')}</Button>
      {isAsking ? <AskDialog id={id} onClose={() => setAsking(false)} /> : null}
    </>
  );
};

const AskDialog = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const t = useTexts('vip');
  const { data } = useRead('GET /api/vip-leaders');
  const write = useWrite('POST /api/vip/{id}/escalations', ['/api/vip-escalations']);
  const form = useForm({
    initial: { leaderId: null as string | null, words: '' },
    save: ({ leaderId, words }) => write.mutateAsync({ id, leaderId: Number(leaderId), words }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('escalations.ask')} size={480}>
      <Form form={form} onCancel={onClose}>
        <Select
          {...form.value('leaderId')}
          label={t('escalations.leader')}
          required
          data={(data?.leaders ?? []).map((one) => ({ value: String(one.id), label: one.name }))}
        />
        <Textarea
          {...form.text('words')}
          label={t('escalations.words')}
          autosize
          minRows={2}
          required
        />
      </Form>
    </Modal>
  );
};
