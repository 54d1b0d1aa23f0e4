import { useState } from 'react';
import { noErrors, placeErrors } from '../../../ui/form/errors.ts';
import { Form } from '../../../ui/form/form.tsx';
import { asProblem, problemText } from '../../../ui/problem-text.ts';
import { useTexts } from '../../../ui/texts.ts';
import {
  type Called,
  calledIn,
  type DraftHandle,
  MentionField,
  OtherDraft,
} from '../../../work/web/index.tsx';
import { call, type Opened } from '../api.ts';
import { useDeskRefresh } from './use-desk-refresh.ts';
import { useFocusOnShow } from './use-focus-on-show.ts';

type Props = { conversation: Opened; draft: DraftHandle; onDone?: () => void };

/** An internal note; the sender never sees it. */
export const NoteForm = ({ conversation, draft, onDone }: Props) => {
  const t = useTexts('conversations');
  const refresh = useDeskRefresh();
  const [errors, setErrors] = useState(noErrors);
  const [isBusy, setBusy] = useState(false);
  const [called, setCalled] = useState<Called[]>([]);
  const submit = async (): Promise<void> => {
    if (isBusy || draft.text.trim() === '') return;
    setBusy(true);
    setErrors(noErrors);
    try {
      const { text, writing } = draft;
      await call('POST /api/conversations/{id}/notes', {
        id: conversation.id,
        text,
        writing,
        mentions: calledIn(text, called),
      });
      draft.finish();
      void refresh();
      onDone?.();
    } catch (failure) {
      setErrors(placeErrors(asProblem(failure), ['text'], problemText(failure)));
    } finally {
      setBusy(false);
    }
  };
  const error = errors.byField['text'];
  return (
    <Form
      form={{ errors, isBusy, isDirty: false, submit }}
      submitLabel={t('act.addNote')}
      isGuarded={false}
      {...(onDone ? { onCancel: onDone } : {})}
    >
      <OtherDraft draft={draft} />
      <MentionField
        value={draft.text}
        onChange={draft.write}
        onCall={(person) => setCalled((before) => [...before, person])}
        label={t('act.note')}
        placeholder={t('act.notePlaceholder')}
        field={useFocusOnShow<HTMLTextAreaElement>(onDone !== undefined)}
        error={error}
      />
    </Form>
  );
};
