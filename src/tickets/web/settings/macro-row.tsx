import { Button } from '@mantine/core';
import { useTexts } from '../../../ui/texts.ts';
import type { Macro } from '../client.ts';
import { MacroWords } from '../macro-words.tsx';
import css from './settings.module.css';

type Props = { macro: Macro; onOpen: (macro: Macro) => void };

/** A macro in its list, with what it does in a sentence. */
export const MacroRow = ({ macro, onOpen }: Props) => {
  const t = useTexts('tickets');
  return (
    <li className={css.row}>
      <span className={css.pick}>
        <span className={css.name}>{macro.name}</span>
        <MacroWords macro={macro} />
      </span>
      {macro.isArchived ? <span className="dim">{t('categories.isArchived')}</span> : null}
      <Button size="xs" variant="subtle" onClick={() => onOpen(macro)}>
        {t('open.edit')}
      </Button>
    </li>
  );
};
