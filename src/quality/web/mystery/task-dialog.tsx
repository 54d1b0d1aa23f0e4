import { Modal, Select, Textarea, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { shopperChannels, type ShopperKind, shopperKinds } from '../../kinds.ts';
import { useWrite } from '../client.ts';

type Values = {
  kind: ShopperKind;
  channel: (typeof shopperChannels)[number];
  script: string;
  lookFor: string;
  shopper: string;
  dueOn: string;
};

/** Gives a shopper a task; what to say and to look for is written for each kind beforehand. */
export const TaskDialog = ({ roundId, onClose }: { roundId: number; onClose: () => void }) => {
  const t = useTexts('quality');
  const give = useWrite('POST /api/quality-rounds/{id}/tasks');
  const wordsFor = (kind: ShopperKind) => ({
    script: t(`scripts.${kind}`),
    lookFor: t(`looks.${kind}`),
  });
  const form = useForm<Values, unknown>({
    initial: { kind: 'buying', channel: 'site', ...wordsFor('buying'), shopper: '', dueOn: '' },
    save: (values) => give.mutateAsync({ ...values, id: roundId }),
    onSaved: onClose,
  });
  const { kind, channel, dueOn } = form.values;
  const choose = (next: ShopperKind): void => {
    form.set('kind', next);
    form.set('script', wordsFor(next).script);
    form.set('lookFor', wordsFor(next).lookFor);
  };
  return (
    <Modal opened onClose={onClose} title={t('mystery.addTask')} size={560}>
      <Form form={form} onCancel={onClose} isReady={dueOn !== ''}>
        <FormRow>
          <Select
            label={t('mystery.kind')}
            value={kind}
            allowDeselect={false}
            onChange={(value) => choose(value ?? kind)}
            data={shopperKinds.map((value) => ({ value, label: t(`shopperKinds.${value}`) }))}
          />
          <Select
            label={t('mystery.channel')}
            value={channel}
            allowDeselect={false}
            onChange={(value) => form.set('channel', value ?? channel)}
            data={shopperChannels.map((value) => ({
              value,
              label: t(`shopperChannels.${value}`),
            }))}
          />
        </FormRow>
        <Textarea {...form.text('script')} label={t('mystery.script')} autosize required />
        <Textarea {...form.text('lookFor')} label={t('mystery.lookFor')} autosize />
        <FormRow>
          <TextInput {...form.text('shopper')} label={t('mystery.shopper')} required />
          <DayInput {...form.value('dueOn')} label={t('mystery.dueOn')} required />
        </FormRow>
      </Form>
    </Modal>
  );
};
