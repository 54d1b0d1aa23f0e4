import { Button } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useNavigate } from 'react-router';
import { notifyProblem } from '../../ui/notify.tsx';
import { useTexts } from '../../ui/texts.ts';
import { type OfImport, useWrite } from './client.ts';

/** Forgets a file that has changed nothing in the base. */
export const DropImport = ({ imported: { id } }: OfImport) => {
  const t = useTexts('imports');
  const navigate = useNavigate();
  const drop = useWrite('DELETE /api/imports/{id}', []);
  const run = (): void => {
    drop.mutateAsync({ id }).then(() => void navigate('/imports'), notifyProblem);
  };
  return (
    <Button leftSection={<Trash2 size={14} />} loading={drop.isPending} onClick={run}>
      {t('drop')}
    </Button>
  );
};
