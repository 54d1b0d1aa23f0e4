import { Modal } from '@mantine/core';
import { useState } from 'react';
import { MomentField } from '../../../conversations/web/index.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { formatInstant } from '../../../ui/format.ts';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Case, casePaths, useWrite } from '../client.ts';

/** When they asked to be called, and the way to agree on it anew. */
export const CallAction = ({ found }: { found: Case }) => {
  const t = useTexts('retention');
  const [isOpen, setOpen] = useState(false);
  const { callAt } = found;
  return (
    <>
      <Action size="xs" onClick={() => setOpen(true)}>
        {callAt === null ? t('cases.callLater') : t('cases.callsAt', { at: formatInstant(callAt) })}
      </Action>
      {isOpen ? <CallDialog found={found} onClose={() => setOpen(false)} /> : null}
    </>
  );
};

type Props = { found: Case; onClose: () => void };

const CallDialog = ({ found: { id, version, callAt }, onClose }: Props) => {
  const t = useTexts('retention');
  const plan = useWrite('PUT /api/cases/{id}/call', casePaths);
  const form = useForm<{ callAt: string | null }, unknown>({
    initial: { callAt },
    save: (values) => plan.mutateAsync({ id, version, ...values }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('cases.callLater')} size={420}>
      <Form form={form} submitLabel={t('cases.keepCall')} onCancel={onClose} isGuarded={false}>
        <MomentField {...form.value('callAt')} label={t('fields.callAt')} />
      </Form>
    </Modal>
  );
};
