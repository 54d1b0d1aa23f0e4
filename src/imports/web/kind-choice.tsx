import { Segmented } from '../../ui/show/segmented.tsx';
import { useTexts } from '../../ui/texts.ts';
import { importKinds, type ImportKind } from '../api/kinds.ts';
import css from './imports.module.css';

export type Kind = ImportKind;

/** What the rows of the file bring: said before it is sent, for its columns are guessed by it. */
export const KindChoice = (props: { kind: Kind; onChange: (kind: Kind) => void }) => {
  const t = useTexts('imports');
  return (
    <div className={css.kind}>
      <Segmented
        label={t('new.kind')}
        value={props.kind}
        options={importKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onChange={props.onChange}
      />
    </div>
  );
};
