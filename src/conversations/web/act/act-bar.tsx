import type { ReactNode } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import { useMay, useViewer } from '../../../ui/viewer.tsx';
import { OthersLine, useAttention, useDraft } from '../../../work/web/index.tsx';
import { deskPaths, type Opened } from '../api.ts';
import { ClosedBar } from './closed-bar.tsx';
import { LeftDraft } from './left-draft.tsx';
import { newestOf } from './missed.ts';
import { NoteForm } from './note-form.tsx';
import { OwnForms } from './own-forms.tsx';
import { TakeBar } from './take-bar.tsx';
import css from './act.module.css';

const useWriting = (conversation: Opened) => {
  const common = {
    entity: 'conversations',
    entityId: conversation.id,
    kept: conversation.drafts,
    newestId: newestOf(conversation),
    refreshes: deskPaths,
  };
  const reply = useDraft({ ...common, kind: 'reply' });
  const note = useDraft({ ...common, kind: 'note' });
  return { reply, note };
};

/** What can be done now: take it, answer, call and record, or open it again. */
const Acts = ({ conversation }: { conversation: Opened }) => {
  const t = useTexts('conversations');
  const viewer = useViewer();
  const writing = useWriting(conversation);
  const others = useAttention({
    entity: 'conversations',
    entityId: conversation.id,
    hears: 'attention.conversations',
    text: writing.reply.text || writing.note.text,
  });
  const { state, owner, isMine, canReply } = conversation;
  const act = (): ReactNode => {
    if (state === 'closed') {
      return (
        <>
          <LeftDraft conversation={conversation} {...writing} />
          <ClosedBar conversation={conversation} />
        </>
      );
    }
    if (owner === null && !canReply) return <TakeBar conversation={conversation} />;
    if (owner === null || isMine) return <OwnForms conversation={conversation} {...writing} />;
    return (
      <div className={css.bar}>
        <LeftDraft conversation={conversation} {...writing} />
        <NoteForm conversation={conversation} draft={writing.note} />
      </div>
    );
  };
  return (
    <>
      <OthersLine others={others} />
      {state !== 'closed' && isMine && owner && owner.id !== viewer.id ? (
        <p className={css.owner}>{t('act.othersOwn', owner)}</p>
      ) : null}
      {act()}
    </>
  );
};

export const ActBar = ({ conversation }: { conversation: Opened }) => {
  const may = useMay();
  return may('conversations.work') ? <Acts conversation={conversation} /> : null;
};
