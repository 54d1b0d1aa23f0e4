import { Textarea } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { call, type Opened } from '../api.ts';
import { useDeskRefresh } from './use-desk-refresh.ts';
import { useFocusOnShow } from './use-focus-on-show.ts';

type Props = {
  conversation: Opened;
  /** What was written before the form was put aside for another. */
  words: string;
  onWords: (words: string) => void;
  isFocused: boolean;
};

/**
 * An answer on the channel on which it came. What is refused stays in the field, and the
 * conversation is read again, so that whatever came meanwhile is seen above it.
 */
export const ReplyForm = ({ conversation, words, onWords, isFocused }: Props) => {
  const t = useTexts('conversations');
  const refresh = useDeskRefresh();
  const { id, version, email } = conversation;
  const form = useForm({
    initial: { text: words },
    save: async ({ text }) => {
      try {
        return await call('POST /api/conversations/{id}/messages', { id, version, text });
      } catch (failure) {
        void refresh();
        throw failure;
      }
    },
    onSaved: () => {
      form.reset({ text: '' });
      onWords('');
      void refresh();
    },
  });
  const field = form.text('text');
  return (
    <Form form={form} submitLabel={t('act.send')}>
      <Textarea
        {...field}
        onChange={(event) => {
          field.onChange(event);
          onWords(event.target.value);
        }}
        aria-label={t('act.reply')}
        placeholder={t('act.replyTo', { email })}
        ref={useFocusOnShow<HTMLTextAreaElement>(isFocused)}
        autosize
        minRows={3}
        maxRows={12}
      />
    </Form>
  );
};
