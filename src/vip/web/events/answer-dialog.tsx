import { Modal, Textarea, TextInput } from '@mantine/core';
import { formatNo } from '../../../ui/format.ts';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Guest, useWrite } from '../client.ts';
import { eventPaths } from './event-choices.ts';

type Values = {
  answer: 'accepted' | 'declined';
  companions: number | undefined;
  companionNames: string;
  wishes: string;
};

/** What somebody answered, whom they bring and what they wish. */
export const AnswerDialog = ({ guest, onClose }: { guest: Guest; onClose: () => void }) => {
  const t = useTexts('vip');
  const write = useWrite('PUT /api/vip-event-guests/{id}', eventPaths);
  const { id, version, subscriber } = guest;
  const form = useForm<Values, unknown>({
    initial: {
      answer: guest.state === 'declined' ? 'declined' : 'accepted',
      companions: guest.companions,
      companionNames: guest.companionNames,
      wishes: guest.wishes,
    },
    save: ({ companions = 0, ...rest }) => write.mutateAsync({ id, version, companions, ...rest }),
    onSaved: onClose,
  });
  const isComing = form.values.answer === 'accepted';
  return (
    <Modal opened onClose={onClose} title={subscriber.name || formatNo(subscriber.id)} size={480}>
      <Form form={form} onCancel={onClose}>
        <Segmented
          label={t('gatherings.answer')}
          value={form.values.answer}
          onChange={(value) => form.set('answer', value)}
          options={[
            { value: 'accepted', label: t('gatherings.coming1') },
            { value: 'declined', label: t('gatherings.notComing') },
          ]}
        />
        {isComing ? (
          <FormRow>
            <NumberField {...form.value('companions')} label={t('gatherings.companions')} />
            <TextInput {...form.text('companionNames')} label={t('gatherings.companionNames')} />
          </FormRow>
        ) : null}
        <Textarea {...form.text('wishes')} label={t('gatherings.wishes')} autosize minRows={2} />
      </Form>
    </Modal>
  );
};
