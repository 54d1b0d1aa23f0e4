import { Modal } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../ui/format.ts';
import { Form } from '../../ui/form/form.tsx';
import { DayInput } from '../../ui/form/inputs.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { notifyDone } from '../../ui/notify.tsx';
import { Action } from '../../ui/show/action.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useMay } from '../../ui/viewer.tsx';
import { useWrite } from './client.ts';

type Props = { closedThrough: string | null; onClose: () => void };

/** Closes all days through one; said plainly, for it cannot be undone. */
const ClosePeriod = ({ closedThrough, onClose }: Props) => {
  const t = useTexts('ledger');
  const close = useWrite('POST /api/ledger/closings', ['/api/ledger']);
  const form = useForm<{ through: string }, unknown>({
    initial: { through: '' },
    save: (values) => close.mutateAsync(values),
    onSaved: () => {
      notifyDone(t('closing.done'));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('closing.action')} size={440}>
      <Form form={form} onCancel={onClose} submitLabel={t('closing.submit')}>
        <DayInput
          {...form.value('through')}
          label={t('closing.throughLabel')}
          description={
            closedThrough === null
              ? t('closing.hint')
              : t('closing.hintAfter', { on: formatDay(closedThrough) })
          }
          required
        />
      </Form>
    </Modal>
  );
};

/** The button of whoever may close periods. */
export const CloseAction = ({ closedThrough }: Pick<Props, 'closedThrough'>) => {
  const t = useTexts('ledger');
  const may = useMay();
  const [isClosing, setClosing] = useState(false);
  if (!may('ledger.close')) return null;
  return (
    <>
      <Action onClick={() => setClosing(true)}>{t('closing.action')}</Action>
      {isClosing ? (
        <ClosePeriod closedThrough={closedThrough} onClose={() => setClosing(false)} />
      ) : null}
    </>
  );
};
