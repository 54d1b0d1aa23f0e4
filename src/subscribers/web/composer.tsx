import { useRef, useState } from 'react';
import { notifyProblem } from '../../ui/notify.tsx';
import { Action } from '../../ui/show/action.tsx';
import { Segmented } from '../../ui/show/segmented.tsx';
import { useShortcut } from '../../ui/shortcut.ts';
import { useTexts } from '../../ui/texts.ts';
import css from './card.module.css';
import { useWrite } from './client.ts';

const kinds = ['note', 'need', 'wish', 'bad_experience', 'life_event'] as const;
type Kind = (typeof kinds)[number];

/** Writes down, while talking, a note or what was learned of somebody's needs and life. */
export const Composer = ({ id }: { id: number }) => {
  const t = useTexts('subscribers');
  const [kind, setKind] = useState<Kind>('note');
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const addNote = useWrite('POST /api/subscribers/{id}/notes');
  const addNeed = useWrite('POST /api/subscribers/{id}/needs');
  const isBusy = addNote.isPending || addNeed.isPending;
  useShortcut('KeyN', () => field.current?.focus(), { label: t('composer.keys') });
  const save = (): void => {
    const words = text.trim();
    if (words === '' || isBusy) return;
    const saved =
      kind === 'note'
        ? addNote.mutateAsync({ id, text: words })
        : addNeed.mutateAsync({ id, kind, text: words });
    saved.then(() => setText(''), notifyProblem);
  };
  return (
    <div className={css.composer}>
      <textarea
        ref={field}
        className={css.composerText}
        rows={2}
        maxLength={kind === 'note' ? 4000 : 1000}
        value={text}
        placeholder={t(`composer.hints.${kind}`)}
        aria-label={t(`composer.kinds.${kind}`)}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={css.composerFoot}>
        <Segmented
          label={t('composer.kind')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`composer.kinds.${value}`) }))}
          onChange={(next) => {
            setKind(next);
            // What is typed next are words, not shortcuts.
            field.current?.focus();
          }}
        />
        <Action
          keys="Mod+Enter"
          variant="filled"
          size="xs"
          disabled={text.trim() === ''}
          loading={isBusy}
          onClick={save}
        >
          {t('composer.save')}
        </Action>
      </div>
    </div>
  );
};
