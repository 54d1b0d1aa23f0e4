import { Switch } from '@mantine/core';
import { useNavigate } from 'react-router';
import { notifyProblem } from '../../ui/notify.tsx';
import { Action } from '../../ui/show/action.tsx';
import { useTexts } from '../../ui/texts.ts';
import { type OfImport, useWrite } from './client.ts';
import { type Choices, FormatFields } from './format-fields.tsx';
import { HeadTable } from './head-table.tsx';
import css from './imports.module.css';
import { PresetField } from './preset-field.tsx';
import { SameFile } from './same-file.tsx';
import { isEditable } from './states.ts';

/** How the file was understood; whatever was guessed wrong is put right here. */
export const FileStep = ({ imported }: OfImport) => {
  const t = useTexts('imports');
  const navigate = useNavigate();
  const change = useWrite('PUT /api/imports/{id}/format');
  const { id, format } = imported;
  const isFixed = !isEditable(imported) || change.isPending;
  const choose = (choices: Choices): void => {
    change.mutateAsync({ id, choices }).catch(notifyProblem);
  };
  return (
    <>
      <SameFile imported={imported} />
      <div className={css.fields}>
        <FormatFields imported={imported} isFixed={isFixed} onChoose={choose} />
        <PresetField imported={imported} isFixed={isFixed} />
        <Switch
          className={css.switch ?? ''}
          label={t('file.hasHeader')}
          checked={format.hasHeader}
          disabled={isFixed}
          onChange={(event) => choose({ hasHeader: event.currentTarget.checked })}
        />
      </div>
      <HeadTable imported={imported} />
      <div className={css.buttons}>
        <span />
        <Action
          variant="filled"
          keys="Mod+Enter"
          onClick={() => void navigate(`/imports/${id}?step=columns`)}
        >
          {t('file.next')}
        </Action>
      </div>
    </>
  );
};
