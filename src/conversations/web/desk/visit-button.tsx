import { ActionIcon } from '@mantine/core';
import { UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { VisitDialog } from './visit-dialog.tsx';

/** For whoever sits where people come in. */
export const VisitButton = () => {
  const t = useTexts('conversations');
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  if (!may('conversations.work')) return null;
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('visit.title')}
        title={t('visit.title')}
        onClick={() => setOpen(true)}
      >
        <UserRoundPlus size={16} />
      </ActionIcon>
      {isOpen ? <VisitDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
};
