import { Button, Checkbox, FileButton } from '@mantine/core';
import { Paperclip } from 'lucide-react';
import { useRef, useState } from 'react';
import { ComposerFrame } from '../../../ui/form/composer-frame.tsx';
import { useTexts } from '../../../ui/texts.ts';
import {
  MentionField,
  OtherDraft,
  OthersLine,
  TemplateField,
  UnfilledLine,
  useAttention,
  useDraft,
} from '../../../work/web/index.tsx';
import type { Ticket } from '../client.ts';
import { MissedBox } from './missed-box.tsx';
import { newestOf } from './missed.ts';
import css from './open.module.css';
import { type NoteKind, useNote } from './use-note.ts';

const kinds = ['note', 'told'] as const;

/** What is being written here, of each kind: what the subscriber is told is a reply. */
const useWriting = (ticket: Ticket) => {
  const common = {
    entity: 'tickets',
    entityId: ticket.id,
    kept: ticket.drafts,
    newestId: newestOf(ticket),
  };
  return {
    note: useDraft({ ...common, kind: 'note' }),
    told: useDraft({ ...common, kind: 'reply' }),
  };
};

/** Writes a note down, or what the subscriber was told, with files; above, who else is at it. */
export const TicketComposer = ({ ticket }: { ticket: Ticket }) => {
  const t = useTexts('tickets');
  const writing = useWriting(ticket);
  // What was left half written is what is gone on with.
  const [kind, setKind] = useState<NoteKind>(
    writing.note.text === '' && writing.told.text !== '' ? 'told' : 'note',
  );
  const [isChosen, setChosen] = useState(false);
  const draft = writing[kind];
  const canSend = kind === 'told' && ticket.conversations.some(({ isWritten }) => isWritten);
  const note = useNote(ticket, { kind, isSent: canSend && isChosen, draft });
  const { isSent } = note;
  const field = useRef<HTMLTextAreaElement>(null);
  const others = useAttention({
    entity: 'tickets',
    entityId: ticket.id,
    hears: 'attention.tickets',
    text: draft.text,
  });
  const shown = {
    value: draft.text,
    onChange: draft.write,
    label: t(`notes.kinds.${kind}`),
    placeholder: t(isSent ? 'notes.sendHint' : `notes.hints.${kind}`),
    field,
  };
  const isAsked = note.missed.length + note.unfilled.length > 0;
  return (
    <div className={css.composer}>
      <OthersLine others={others} />
      <ComposerFrame
        kinds={kinds.map((value) => ({ value, label: t(`notes.kinds.${value}`) }))}
        kind={kind}
        onKind={setKind}
        label={t('notes.kind')}
        keysLabel={t('notes.keys')}
        saveLabel={t(labelOf(isAsked, isSent))}
        isEmpty={draft.text.trim() === ''}
        isBusy={note.isBusy}
        onSave={note.save}
        field={field}
        side={
          <>
            {canSend && note.files.length === 0 ? (
              <SendTick isOn={isChosen} onChange={setChosen} />
            ) : null}
            {isSent ? null : <FilesButton files={note.files} onChange={note.setFiles} />}
          </>
        }
      >
        <OtherDraft draft={draft} />
        {note.missed.length > 0 ? (
          <MissedBox ticket={ticket} missed={note.missed} onGoOn={note.goOn} />
        ) : null}
        <UnfilledLine names={note.unfilled} />
        {kind === 'note' ? (
          <MentionField {...shown} onCall={note.call} />
        ) : (
          <TemplateField
            {...shown}
            at={{ entity: 'tickets', entityId: ticket.id }}
            isReadOnly={note.isBusy}
          />
        )}
      </ComposerFrame>
    </div>
  );
};

type TickProps = { isOn: boolean; onChange: (isOn: boolean) => void };

/** Whether what is told leaves as a message. */
const SendTick = ({ isOn, onChange }: TickProps) => (
  <Checkbox
    size="xs"
    label={useTexts('tickets')('notes.send')}
    checked={isOn}
    onChange={(event) => onChange(event.currentTarget.checked)}
  />
);

const labelOf = (isAsked: boolean, isSent: boolean): string => {
  if (isSent) return isAsked ? 'notes.sendAnyway' : 'notes.sendNow';
  return isAsked ? 'notes.saveAnyway' : 'notes.save';
};

type FilesProps = { files: readonly File[]; onChange: (files: readonly File[]) => void };

const FilesButton = ({ files, onChange }: FilesProps) => {
  const t = useTexts('tickets');
  return (
    <FileButton multiple onChange={onChange}>
      {(props) => (
        <Button {...props} size="xs" variant="subtle" leftSection={<Paperclip size={14} />}>
          {files.length === 0 ? t('notes.attach') : t('notes.files', { count: files.length })}
        </Button>
      )}
    </FileButton>
  );
};
