import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { MomentField } from '../../../ui/form/moment-field.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from './open.module.css';

type Props = { onClose: () => void; onPick: (until: string) => void };

/** Until when nobody can do anything about it. */
export const WaitDialog = ({ onClose, onPick }: Props) => {
  const t = useTexts('tickets');
  const [until, setUntil] = useState<string | null>(null);
  const pick = (): void => {
    if (until === null) return;
    onPick(until);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('wait.title')} size={420}>
      <div className={css.fields}>
        <MomentField label={t('wait.until')} value={until} onChange={setUntil} />
        <Button variant="filled" disabled={until === null} onClick={pick}>
          {t('wait.save')}
        </Button>
      </div>
    </Modal>
  );
};
