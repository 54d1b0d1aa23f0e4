import { useNavigate } from 'react-router';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Offered, type OfImport, useRead } from '../client.ts';
import css from '../imports.module.css';
import { Loaded } from '../loaded.tsx';
import { isEditable } from '../states.ts';
import { ColumnTable } from './column-table.tsx';
import { Fault } from './fault.tsx';
import { KeyFields } from './key-fields.tsx';
import { PreviewTable } from './preview-table.tsx';
import { useMapping } from './use-mapping.ts';

/** What becomes of each column, by what rows are known, and how the first rows would turn out. */
export const ColumnsStep = ({ imported }: OfImport) => {
  const offered = useRead('GET /api/imports/presets', { kind: imported.kind });
  return (
    <Loaded read={offered}>
      {(choices) => <Columns key={imported.preset} imported={imported} offered={choices} />}
    </Loaded>
  );
};

const Columns = ({ imported, offered }: OfImport & { offered: Offered }) => {
  const t = useTexts('imports');
  const navigate = useNavigate();
  const { id } = imported;
  const draft = useMapping(imported);
  const preview = useRead('GET /api/imports/{id}/preview', { id }, { isKept: true });
  const isFixed = !isEditable(imported);
  const rows = preview.data?.rows ?? [];
  return (
    <>
      <KeyFields imported={imported} offered={offered} draft={draft} isFixed={isFixed} />
      <Fault fault={draft.fault} />
      <ColumnTable imported={imported} offered={offered} draft={draft} rows={rows} />
      <Loaded read={preview}>
        {({ rows: shown }) => <PreviewTable kind={imported.kind} rows={shown} />}
      </Loaded>
      <div className={css.buttons}>
        <span />
        <Action
          variant="filled"
          keys="Mod+Enter"
          disabled={draft.fault !== null}
          loading={draft.isSaving}
          onClick={() => void navigate(`/imports/${id}?step=check`)}
        >
          {t('columns.next')}
        </Action>
      </div>
    </>
  );
};
