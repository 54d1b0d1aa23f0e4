import { Composer } from '../../ui/form/composer.tsx';
import { useTexts } from '../../ui/texts.ts';
import css from './card.module.css';
import { useWrite } from './client.ts';

const kinds = ['note', 'need', 'wish', 'bad_experience', 'life_event'] as const;
type Kind = (typeof kinds)[number];

/** Writes down a note, or what was learned of somebody's needs and life. */
export const CardComposer = ({ id }: { id: number }) => {
  const t = useTexts('subscribers');
  const addNote = useWrite('POST /api/subscribers/{id}/notes');
  const addNeed = useWrite('POST /api/subscribers/{id}/needs');
  const save = (kind: Kind, text: string): Promise<unknown> =>
    kind === 'note' ? addNote.mutateAsync({ id, text }) : addNeed.mutateAsync({ id, kind, text });
  return (
    <div className={css.composer}>
      <Composer
        kinds={kinds.map((value) => ({
          value,
          label: t(`composer.kinds.${value}`),
          hint: t(`composer.hints.${value}`),
          maxLength: value === 'note' ? 4000 : 1000,
        }))}
        label={t('composer.kind')}
        keysLabel={t('composer.keys')}
        saveLabel={t('composer.save')}
        onSave={save}
      />
    </div>
  );
};
