import { Button } from '@mantine/core';
import { PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Macro } from '../client.ts';
import { MacroWords } from '../macro-words.tsx';

type Props = { macro: Macro; onOpen: (macro: Macro) => void };

/** A macro in its list, with what it does in a sentence. */
export const MacroRow = ({ macro, onOpen }: Props) => {
  const t = useTexts('tickets');
  return (
    <PickRow title={macro.name} text={<MacroWords macro={macro} />}>
      {macro.isArchived ? <span className="dim">{t('categories.isArchived')}</span> : null}
      <Button size="xs" variant="subtle" onClick={() => onOpen(macro)}>
        {t('open.edit')}
      </Button>
    </PickRow>
  );
};
