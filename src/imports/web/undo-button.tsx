import { Button } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../ui/texts.ts';
import { useMay } from '../../ui/viewer.tsx';
import type { OfImport } from './client.ts';
import { isUndoable } from './states.ts';
import { UndoDialog } from './undo-dialog.tsx';

/** Takes an applied import back as a whole, after a word of what that means. */
export const UndoButton = ({ imported }: OfImport) => {
  const t = useTexts('imports');
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  if (!isUndoable(imported) || !may('imports.undo')) return null;
  return (
    <>
      <Button size="xs" leftSection={<Undo2 size={13} />} onClick={() => setOpen(true)}>
        {t('undo.title')}
        <span className="visually-hidden"> {imported.fileName}</span>
      </Button>
      <UndoDialog imported={imported} isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
};
