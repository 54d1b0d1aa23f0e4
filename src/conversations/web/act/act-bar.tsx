import { useMay } from '../../../ui/viewer.tsx';
import type { Opened } from '../api.ts';
import { ClosedBar } from './closed-bar.tsx';
import { NoteForm } from './note-form.tsx';
import { OwnForms } from './own-forms.tsx';
import { TakeBar } from './take-bar.tsx';
import css from './act.module.css';

/** What can be done now: take it, call and record, or open it again. */
export const ActBar = ({ conversation }: { conversation: Opened }) => {
  const may = useMay();
  if (!may('conversations.work')) return null;
  if (conversation.state === 'closed') return <ClosedBar conversation={conversation} />;
  if (conversation.owner === null) return <TakeBar conversation={conversation} />;
  if (!conversation.isMine) {
    return (
      <div className={css.bar}>
        <NoteForm conversation={conversation} />
      </div>
    );
  }
  return <OwnForms conversation={conversation} />;
};
