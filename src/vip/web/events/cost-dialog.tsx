import { Modal, Textarea, TextInput } from '@mantine/core';
import { minorOf } from '../../../ui/format.ts';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Gathering, useWrite } from '../client.ts';
import { eventPaths } from './event-choices.ts';

type Values = { name: string; amountMinor: number | undefined; overspendReason: string };

/** Adds a cost; above the budget with a reason, for another to approve. */
export const CostDialog = ({ event, onClose }: { event: Gathering; onClose: () => void }) => {
  const t = useTexts('vip');
  const add = useWrite('POST /api/vip-events/{id}/costs', eventPaths);
  const form = useForm<Values, unknown>({
    initial: { name: '', amountMinor: undefined, overspendReason: '' },
    save: ({ amountMinor: amount = 0, ...rest }) =>
      add.mutateAsync({ id: event.id, amountMinor: minorOf(amount, event.currency), ...rest }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('gatherings.addCost')} size={480}>
      <Form form={form} onCancel={onClose}>
        <FormRow>
          <TextInput {...form.text('name')} label={t('gatherings.cost')} required data-autofocus />
          <NumberField {...form.value('amountMinor')} label={t('gatherings.amount')} required />
        </FormRow>
        <Textarea
          {...form.text('overspendReason')}
          label={t('gatherings.overspend')}
          description={t('gatherings.overspendHint')}
          autosize
          minRows={2}
        />
      </Form>
    </Modal>
  );
};
