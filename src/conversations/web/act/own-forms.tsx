import { useState } from 'react';
import { useShortcut } from '../../../ui/shortcut.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { DraftHandle } from '../../../work/web/index.tsx';
import type { Opened } from '../api.ts';
import { FollowUpForm } from './follow-up-form.tsx';
import { NoteForm } from './note-form.tsx';
import { OutcomeForm } from './outcome-form.tsx';
import { ReplyForm } from './reply-form.tsx';
import { useTakeOnTyping } from './use-take-on-typing.ts';
import { type Way, usualWay, WaysLine } from './ways-line.tsx';
import css from './act.module.css';

type Props = { conversation: Opened; reply: DraftHandle; note: DraftHandle };

/** For whoever has it, or begins to: answer or call, and record what came of it. */
export const OwnForms = ({ conversation, reply, note }: Props) => {
  const t = useTexts('conversations');
  const typing = useTakeOnTyping(conversation);
  const isAnswered = conversation.canReply;
  const isTaken = conversation.owner !== null;
  const usual = usualWay(conversation);
  const [way, setWay] = useState<Way>(usual);
  const [isAsked, setAsked] = useState(false);
  const choose = (next: Way): void => {
    setWay(next);
    setAsked(true);
  };
  useShortcut('KeyA', () => choose('reply'), { label: t('keys.reply'), isEnabled: isAnswered });
  useShortcut('KeyN', () => choose('note'), { label: t('keys.note'), isEnabled: isTaken });
  useShortcut('KeyF', () => choose('followUp'), { label: t('keys.followUp'), isEnabled: isTaken });
  const done = (): void => setWay(usual);
  return (
    <div className={css.bar}>
      <WaysLine
        conversation={conversation}
        way={way}
        isTaking={typing.isTaking}
        onChoose={choose}
        onCall={() => setWay('outcome')}
      />
      {way === 'reply' ? (
        <ReplyForm
          conversation={conversation}
          draft={reply}
          isFocused={isAsked}
          onBegin={typing.begin}
        />
      ) : null}
      {way === 'outcome' ? <OutcomeForm key={conversation.id} conversation={conversation} /> : null}
      {way === 'note' ? <NoteForm conversation={conversation} draft={note} onDone={done} /> : null}
      {way === 'followUp' ? (
        <FollowUpForm key={conversation.id} conversation={conversation} onDone={done} />
      ) : null}
    </div>
  );
};
