import { TextInput } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { MomentField } from '../../../ui/form/moment-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { call, type Opened } from '../api.ts';
import { leftValues, useLeftValues } from './kept-values.ts';
import { useDeskRefresh } from './use-desk-refresh.ts';
import { useFocusOnShow } from './use-focus-on-show.ts';

type Values = { dueAt: string | null; text: string };

const empty: Values = { dueAt: null, text: '' };

/** A promise to come back: when, and what for. */
export const FollowUpForm = (props: { conversation: Opened; onDone: () => void }) => {
  const t = useTexts('conversations');
  const refresh = useDeskRefresh();
  const key = `follow-up ${props.conversation.id}`;
  const form = useForm<Values, { id: number }>({
    initial: leftValues(key, empty),
    save: ({ dueAt, text }) =>
      call('POST /api/conversations/{id}/follow-ups', {
        id: props.conversation.id,
        dueAt: dueAt ?? '',
        text,
      }),
    onSaved: () => {
      notifyDone(t('followUps.set'));
      form.reset(empty);
      void refresh();
      props.onDone();
    },
  });
  useLeftValues(key, form.values);
  const { error } = form.value('dueAt');
  return (
    <Form form={form} submitLabel={t('followUps.add')} onCancel={props.onDone} isGuarded={false}>
      <FormRow>
        <TextInput
          {...form.text('text')}
          label={t('followUps.what')}
          placeholder={t('followUps.placeholder')}
          ref={useFocusOnShow<HTMLInputElement>()}
        />
        <MomentField
          label={t('followUps.when')}
          value={form.values.dueAt}
          onChange={(at) => form.set('dueAt', at)}
          {...(error === undefined ? {} : { error })}
        />
      </FormRow>
    </Form>
  );
};
