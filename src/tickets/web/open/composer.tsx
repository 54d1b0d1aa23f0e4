import { Button, FileButton } from '@mantine/core';
import { Paperclip } from 'lucide-react';
import { useRef, useState } from 'react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useRefresh } from '../../../ui/query.ts';
import { Action } from '../../../ui/show/action.tsx';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useShortcut } from '../../../ui/shortcut.ts';
import { useTexts } from '../../../ui/texts.ts';
import { upload } from '../../../ui/upload.ts';
import { call, ticketPaths } from '../client.ts';
import css from './open.module.css';

const kinds = ['note', 'told'] as const;
type Kind = (typeof kinds)[number];

async function save(id: number, kind: Kind, text: string, files: readonly File[]): Promise<void> {
  const { noteId } = await call('POST /api/tickets/{id}/notes', { id, kind, text });
  for (const file of files) {
    await upload('POST /api/tickets/{id}/notes/{noteId}/files', file, { id, noteId });
  }
}

/** Writes a note down, or what the subscriber was told, with files. */
export const Composer = ({ id }: { id: number }) => {
  const t = useTexts('tickets');
  const refresh = useRefresh();
  const [kind, setKind] = useState<Kind>('note');
  const [text, setText] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useShortcut('KeyN', () => field.current?.focus(), { label: t('notes.keys') });
  const send = async (): Promise<void> => {
    if (text.trim() === '' || isBusy) return;
    setBusy(true);
    try {
      await save(id, kind, text, files);
      setText('');
      setFiles([]);
    } catch (failure) {
      notifyProblem(failure);
    }
    await refresh(...ticketPaths);
    setBusy(false);
  };
  return (
    <div className={css.composer}>
      <textarea
        ref={field}
        className={css.text}
        rows={2}
        maxLength={20_000}
        value={text}
        placeholder={t(`notes.hints.${kind}`)}
        aria-label={t(`notes.kinds.${kind}`)}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={css.foot}>
        <Segmented
          label={t('notes.kind')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`notes.kinds.${value}`) }))}
          onChange={setKind}
        />
        <span className={css.side}>
          <FileButton multiple onChange={setFiles}>
            {(props) => (
              <Button {...props} size="xs" variant="subtle" leftSection={<Paperclip size={14} />}>
                {files.length === 0 ? t('notes.attach') : t('notes.files', { count: files.length })}
              </Button>
            )}
          </FileButton>
          <Action
            keys="Mod+Enter"
            variant="filled"
            size="xs"
            disabled={text.trim() === ''}
            loading={isBusy}
            onClick={() => void send()}
          >
            {t('notes.save')}
          </Action>
        </span>
      </div>
    </div>
  );
};
