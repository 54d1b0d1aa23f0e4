import { Textarea } from '@mantine/core';
import { useRef } from 'react';
import { Form } from '../../../ui/form/form.tsx';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type DraftHandle, OtherDraft } from '../../../work/web/index.tsx';
import { deskPaths, type Opened, useWrite } from '../api.ts';
import { MissedBox } from './missed-box.tsx';
import { useAnswer } from './use-answer.ts';
import { useFocusOnShow } from './use-focus-on-show.ts';

type Props = { conversation: Opened; draft: DraftHandle; isFocused: boolean };

/** The first letter typed at what is nobody's takes it; whoever was first hears nothing of it. */
const useTakeOnTyping = ({ id, owner }: Opened): (() => void) => {
  const { mutate } = useWrite('POST /api/conversations/{id}/take', deskPaths);
  const isAsked = useRef(false);
  return () => {
    if (owner !== null || isAsked.current) return;
    isAsked.current = true;
    mutate({ id }, { onError: notifyProblem });
  };
};

/** An answer on the channel on which it came, kept by the server while it is being written. */
export const ReplyForm = ({ conversation, draft, isFocused }: Props) => {
  const t = useTexts('conversations');
  const { form, isSending, missed, goOn } = useAnswer(conversation, draft);
  const take = useTakeOnTyping(conversation);
  const error = form.errors.byField['text'];
  return (
    <Form
      form={form}
      submitLabel={t(missed.length > 0 ? 'stale.sendAnyway' : 'act.send')}
      isGuarded={false}
    >
      <OtherDraft draft={draft} />
      {missed.length > 0 ? <MissedBox missed={missed} onGoOn={goOn} /> : null}
      <Textarea
        name="text"
        value={draft.text}
        readOnly={isSending}
        onChange={(event) => {
          draft.write(event.target.value);
          take();
        }}
        aria-label={t('act.reply')}
        placeholder={t('act.replyTo', { to: conversation.email || conversation.account })}
        ref={useFocusOnShow<HTMLTextAreaElement>(isFocused)}
        autosize
        minRows={3}
        maxRows={12}
        {...(error === undefined ? {} : { error })}
      />
    </Form>
  );
};
