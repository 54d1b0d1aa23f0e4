import { Button } from '@mantine/core';
import { useTexts } from '../../../ui/texts.ts';
import { DraftFileList, type DraftHandle } from '../../../work/web/index.tsx';
import type { Opened } from '../api.ts';
import css from './act.module.css';

type Props = { conversation: Opened; reply: DraftHandle; note: DraftHandle };

/**
 * An answer that was being written when the conversation was closed or went to somebody else: it is
 * not lost, and may become a note.
 */
export const LeftDraft = ({ conversation, reply, note }: Props) => {
  const t = useTexts('conversations');
  if (!reply.isBegun) return null;
  const { state, owner } = conversation;
  const drop = (): void => {
    reply.write('');
    for (const { id } of reply.files.kept) reply.files.detach(id);
  };
  const move = (): void => {
    note.write([note.text, reply.text].filter((text) => text !== '').join('\n\n'));
    reply.write('');
  };
  return (
    <div className={css.missed}>
      <p>{state === 'closed' ? t('left.closed') : t('left.taken', { name: owner?.name ?? '' })}</p>
      {reply.text === '' ? null : <blockquote className={css.missedWords}>{reply.text}</blockquote>}
      <DraftFileList files={reply.files} />
      <div className={css.choices}>
        {reply.text === '' ? null : (
          <Button size="xs" variant="default" onClick={move}>
            {t('left.toNote')}
          </Button>
        )}
        <Button size="xs" variant="subtle" color="gray" onClick={drop}>
          {t('left.drop')}
        </Button>
      </div>
    </div>
  );
};
