import { Button } from '@mantine/core';
import { useTexts } from '../../../ui/texts.ts';
import type { DraftHandle } from '../../../work/web/index.tsx';
import type { Opened } from '../api.ts';
import css from './act.module.css';

type Props = { conversation: Opened; reply: DraftHandle; note: DraftHandle };

/**
 * An answer that was being written when the conversation was closed or went to somebody else: it is
 * not lost, and may become a note.
 */
export const LeftDraft = ({ conversation, reply, note }: Props) => {
  const t = useTexts('conversations');
  if (reply.text === '') return null;
  const { state, owner } = conversation;
  const move = (): void => {
    note.write([note.text, reply.text].filter((text) => text !== '').join('\n\n'));
    reply.write('');
  };
  return (
    <div className={css.missed}>
      <p>{state === 'closed' ? t('left.closed') : t('left.taken', { name: owner?.name ?? '' })}</p>
      <blockquote className={css.missedWords}>{reply.text}</blockquote>
      <div className={css.choices}>
        <Button size="xs" variant="default" onClick={move}>
          {t('left.toNote')}
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={() => reply.write('')}>
          {t('left.drop')}
        </Button>
      </div>
    </div>
  );
};
