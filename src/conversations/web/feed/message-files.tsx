import { Paperclip } from 'lucide-react';
import { addressOf } from '../../../ui/call.ts';
import { useSizeWords } from '../../../ui/size-words.ts';
import type { Opened } from '../api.ts';
import css from './feed.module.css';

type Props = { id: number; files: Opened['messages'][number]['files'] };

/** What came with a message, to be saved. */
export const MessageFiles = ({ id, files }: Props) => {
  const sizeOf = useSizeWords();
  if (files.length === 0) return null;
  return (
    <ul className={css.files}>
      {files.map((file) => (
        <li key={file.id}>
          <Paperclip size={13} aria-hidden="true" />{' '}
          <a
            href={addressOf('GET /api/conversations/{id}/files/{fileId}', { id, fileId: file.id })}
          >
            {file.name}
          </a>{' '}
          <span className="dim">{sizeOf(file.sizeBytes)}</span>
        </li>
      ))}
    </ul>
  );
};
