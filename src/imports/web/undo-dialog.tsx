import { Button, Modal } from '@mantine/core';
import { useNavigate } from 'react-router';
import { notifyProblem } from '../../ui/notify.tsx';
import { useTexts } from '../../ui/texts.ts';
import { type OfImport, useWrite } from './client.ts';
import css from './imports.module.css';

type Props = OfImport & { isOpen: boolean; onClose: () => void };

/** An undo of many rows cannot itself be taken back, so it says first what goes and what stays. */
export const UndoDialog = ({ imported, isOpen, onClose }: Props) => {
  const t = useTexts('imports');
  const navigate = useNavigate();
  const undo = useWrite('POST /api/imports/{id}/undo');
  const { id, kind, fileName, counts } = imported;
  const run = (): void => {
    undo.mutateAsync({ id }).then(() => {
      onClose();
      void navigate(`/imports/${id}`);
    }, notifyProblem);
  };
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('undo.title')}>
      <p>{t('undo.text', { fileName })}</p>
      <ul className={css.plain}>
        {counts.created > 0 ? (
          <li>{t(`undo.created.${kind}`, { count: counts.created })}</li>
        ) : null}
        {counts.updated > 0 ? <li>{t('undo.updated', { count: counts.updated })}</li> : null}
        <li>{t(`undo.kept.${kind}`)}</li>
      </ul>
      <div className={css.choice}>
        <Button variant="filled" color="red" loading={undo.isPending} onClick={run}>
          {t('undo.run')}
        </Button>
        <Button onClick={onClose} data-autofocus>
          {t('undo.cancel')}
        </Button>
      </div>
    </Modal>
  );
};
