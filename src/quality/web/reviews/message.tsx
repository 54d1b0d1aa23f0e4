import { Button } from '@mantine/core';
import { NotebookPen } from 'lucide-react';
import { formatInstant } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Heard, Said } from '../client.ts';
import css from '../quality.module.css';
import { NoteLines } from './note-lines.tsx';
import type { Place } from './use-noting.ts';

const sides = { in: 'them', out: 'us', note: 'note' } as const;

/** What one side has said, and what was noted at it. */
export const Message = (props: {
  message: Said['messages'][number];
  review: Heard;
  onNote?: (place: Place) => void;
}) => {
  const { message, review, onNote } = props;
  const t = useTexts('quality');
  const { id, direction, author, senderName, text, at } = message;
  const who = author ?? (senderName || t(`review.${sides[direction]}`));
  return (
    <article className={`${css.said} ${css[direction] ?? ''}`}>
      <div className={css.line}>
        <b>{who}</b>
        <time className="dim" dateTime={at}>
          {formatInstant(at)}
        </time>
        {onNote ? (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<NotebookPen size={12} />}
            onClick={() => onNote({ messageId: id })}
          >
            {t('review.noteAt')}
          </Button>
        ) : null}
      </div>
      <p className={css.words}>{text}</p>
      <NoteLines review={review} notes={review.notes.filter(({ messageId }) => messageId === id)} />
    </article>
  );
};
