import { Textarea } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { call, type Opened } from '../api.ts';
import { useDeskRefresh } from './use-desk-refresh.ts';
import { useFocusOnShow } from './use-focus-on-show.ts';

type Props = { conversation: Opened; onDone?: () => void };

/** An internal note; the sender never sees it. */
export const NoteForm = ({ conversation, onDone }: Props) => {
  const t = useTexts('conversations');
  const refresh = useDeskRefresh();
  const form = useForm({
    initial: { text: '' },
    save: ({ text }) => call('POST /api/conversations/{id}/notes', { id: conversation.id, text }),
    onSaved: () => {
      form.reset({ text: '' });
      void refresh();
      onDone?.();
    },
  });
  return (
    <Form form={form} submitLabel={t('act.addNote')} {...(onDone ? { onCancel: onDone } : {})}>
      <Textarea
        {...form.text('text')}
        aria-label={t('act.note')}
        placeholder={t('act.notePlaceholder')}
        ref={useFocusOnShow<HTMLTextAreaElement>(onDone !== undefined)}
        autosize
        minRows={2}
        maxRows={6}
      />
    </Form>
  );
};
