import { Hourglass, Paperclip, TriangleAlert } from 'lucide-react';
import { addressOf } from '../../../ui/call.ts';
import { useSizeWords } from '../../../ui/size-words.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Opened } from '../api.ts';
import css from './feed.module.css';

type Message = Opened['messages'][number];
type Props = { id: number; files: Message['files']; lacking: Message['lackingFiles'] };

/** What came with a message, to be saved, and what is not here yet. */
export const MessageFiles = ({ id, files, lacking }: Props) => {
  const t = useTexts('conversations');
  const sizeOf = useSizeWords();
  if (files.length + lacking.length === 0) return null;
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
      {lacking.map(({ id: lackingId, name, state }) => (
        <li key={`lacking ${lackingId}`}>
          {state === 'waiting' ? (
            <Hourglass size={13} aria-hidden="true" />
          ) : (
            <TriangleAlert size={13} aria-hidden="true" />
          )}{' '}
          {name} <span className="dim">{t(`feed.lacking.${state}`)}</span>
        </li>
      ))}
    </ul>
  );
};
