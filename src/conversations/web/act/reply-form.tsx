import { AttachButton } from '../../../ui/form/files/attach-button.tsx';
import { DropAndPaste } from '../../../ui/form/files/drop-and-paste.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useTexts } from '../../../ui/texts.ts';
import {
  DraftFileList,
  type DraftHandle,
  OtherDraft,
  TemplateField,
  UnfilledLine,
} from '../../../work/web/index.tsx';
import type { Opened } from '../api.ts';
import { AnswersBy, ForeignLine } from './answers-by.tsx';
import { MissedBox } from './missed-box.tsx';
import { useAnswer } from './use-answer.ts';
import { useFocusOnShow } from './use-focus-on-show.ts';

type Props = {
  conversation: Opened;
  draft: DraftHandle;
  isFocused: boolean;
  /** The first letter typed, or a file, takes what is nobody's. */
  onBegin: () => void;
};

/** An answer on the channel on which it came, kept by the server while it is being written. */
export const ReplyForm = ({ conversation, draft, isFocused, onBegin }: Props) => {
  const t = useTexts('conversations');
  const answer = useAnswer(conversation, draft);
  const { form, isSending, missed, unfilled, foreign, goOn, attach } = answer;
  const { channel, to } = conversation.answersBy ?? { channel: conversation.channel, to: '' };
  const by = t(`channels.${channel}`);
  // The site's chat has one visitor, whose number says nothing to anybody.
  const hint = channel === 'chat' ? t('act.replyBy', { by }) : t('act.replyTo', { by, to });
  const isAsked = missed.length + unfilled.length > 0 || foreign !== undefined;
  const attachTaken = (files: readonly File[]): void => {
    if (isSending) return;
    attach(files);
    onBegin();
  };
  const error = form.errors.byField['text'];
  return (
    <Form
      form={form}
      submitLabel={t(isAsked ? 'stale.sendAnyway' : 'act.send')}
      isGuarded={false}
      aside={<AttachButton onFiles={attachTaken} />}
    >
      <OtherDraft draft={draft} />
      <AnswersBy conversation={conversation} />
      {missed.length > 0 ? <MissedBox missed={missed} onGoOn={goOn} /> : null}
      <UnfilledLine names={unfilled} />
      <ForeignLine address={foreign} />
      <TemplateField
        at={{ entity: 'conversations', entityId: conversation.id }}
        value={draft.text}
        isReadOnly={isSending}
        onChange={(text) => {
          draft.write(text);
          onBegin();
        }}
        label={t('act.reply')}
        placeholder={hint}
        field={useFocusOnShow<HTMLTextAreaElement>(isFocused)}
        error={error}
      />
      <DropAndPaste onFiles={attachTaken} />
      <DraftFileList files={draft.files} />
    </Form>
  );
};
