import { Button, FileButton } from '@mantine/core';
import { Paperclip } from 'lucide-react';
import { useRef, useState } from 'react';
import { Composer } from '../../../ui/form/composer.tsx';
import { useRefresh } from '../../../ui/query.ts';
import { useTexts } from '../../../ui/texts.ts';
import { upload } from '../../../ui/upload.ts';
import { call, ticketPaths } from '../client.ts';
import css from './open.module.css';

const kinds = ['note', 'told'] as const;
type Kind = (typeof kinds)[number];

/** Saves a note and then its files, of which each that has gone goes once. */
const useNote = (id: number) => {
  const refresh = useRefresh();
  const [files, setFiles] = useState<readonly File[]>([]);
  /** The note whose words are kept and whose files are still to go. */
  const noted = useRef<{ noteId: number; text: string } | null>(null);
  const save = async (kind: Kind, text: string): Promise<void> => {
    try {
      if (noted.current?.text !== text) {
        const { noteId } = await call('POST /api/tickets/{id}/notes', { id, kind, text });
        noted.current = { noteId, text };
      }
      const { noteId } = noted.current;
      for (const [at, file] of files.entries()) {
        await upload('POST /api/tickets/{id}/notes/{noteId}/files', file, { id, noteId });
        setFiles(files.slice(at + 1));
      }
      noted.current = null;
    } finally {
      void refresh(...ticketPaths);
    }
  };
  return { files, setFiles, save };
};

/** Writes a note down, or what the subscriber was told, with files. */
export const TicketComposer = ({ id }: { id: number }) => {
  const t = useTexts('tickets');
  const { files, setFiles, save } = useNote(id);
  return (
    <div className={css.composer}>
      <Composer
        kinds={kinds.map((value) => ({
          value,
          label: t(`notes.kinds.${value}`),
          hint: t(`notes.hints.${value}`),
          maxLength: 20_000,
        }))}
        label={t('notes.kind')}
        keysLabel={t('notes.keys')}
        saveLabel={t('notes.save')}
        onSave={save}
        side={
          <FileButton multiple onChange={setFiles}>
            {(props) => (
              <Button {...props} size="xs" variant="subtle" leftSection={<Paperclip size={14} />}>
                {files.length === 0 ? t('notes.attach') : t('notes.files', { count: files.length })}
              </Button>
            )}
          </FileButton>
        }
      />
    </div>
  );
};
