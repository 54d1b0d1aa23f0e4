import { Paperclip } from 'lucide-react';
import { addressOf } from '../../../ui/call.ts';
import { formatInstant } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { useSizeWords } from '../../../ui/size-words.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Ticket } from '../client.ts';
import css from './open.module.css';

const tones = {
  waiting: 'gray',
  sending: 'gray',
  sent: 'teal',
  failed: 'red',
  unknown: 'amber',
} as const;

/** A note in amber, which the subscriber never sees; in teal what the subscriber was told. */
export const NoteBox = (props: { ticketId: number; note: Ticket['notes'][number] }) => {
  const t = useTexts('tickets');
  const sizeOf = useSizeWords();
  const { kind, text, author, rule, at, sending, files } = props.note;
  const by = author ?? (rule === null ? null : t('rules.by', { name: rule }));
  return (
    <article className={`${css.note} ${kind === 'told' ? css.told : ''}`}>
      <span className={css.label}>{t(`notes.kinds.${kind}`)}: </span>
      <span className={css.words}>{text}</span>
      {files.length === 0 ? null : (
        <ul className={css.files}>
          {files.map(({ id: fileId, name, sizeBytes }) => (
            <li key={fileId}>
              <Paperclip size={13} aria-hidden="true" />{' '}
              <a
                href={addressOf('GET /api/tickets/{id}/files/{fileId}', {
                  id: props.ticketId,
                  fileId,
                })}
              >
                {name}
              </a>{' '}
              {sizeOf(sizeBytes)}
            </li>
          ))}
        </ul>
      )}
      <time className={css.by} dateTime={at}>
        {by === null ? '' : `${by} · `}
        {formatInstant(at)}
      </time>
      {sending === null ? null : (
        <Badge tone={tones[sending]}>{t(`notes.sending.${sending}`)}</Badge>
      )}
    </article>
  );
};
