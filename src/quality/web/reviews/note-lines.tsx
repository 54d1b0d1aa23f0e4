import { ActionIcon, Button } from '@mantine/core';
import { X } from 'lucide-react';
import { formatDuration } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Heard } from '../client.ts';
import css from '../quality.module.css';
import { useNoting } from './use-noting.ts';

type Props = { review: Heard; notes: Heard['notes']; onSeek?: (second: number) => void };

/** What was noted at a place; one at a second leads there. */
export const NoteLines = ({ review, notes, onSeek }: Props) => {
  const t = useTexts('quality');
  const { isNoting, remove } = useNoting(review);
  if (notes.length === 0) return null;
  return (
    <ul className={css.notes}>
      {notes.map(({ id, second, words }) => (
        <li key={id}>
          {second === null ? null : (
            <Button size="compact-xs" variant="subtle" onClick={() => onSeek?.(second)}>
              {formatDuration(second)}
            </Button>
          )}
          <span>{words}</span>
          {isNoting ? (
            <ActionIcon
              size="xs"
              aria-label={t('review.removeNote')}
              onClick={() => void remove(id).catch(notifyProblem)}
            >
              <X size={12} />
            </ActionIcon>
          ) : null}
        </li>
      ))}
    </ul>
  );
};
