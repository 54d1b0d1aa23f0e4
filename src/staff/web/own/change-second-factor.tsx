import '@mantine/core/styles/PasswordInput.layer.css';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { PasswordStep } from './password-step.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

type Props = { onClose: () => void };

export const DisableSecondFactor = ({ onClose }: Props) => {
  const t = useTexts('staff');
  return (
    <Modal opened onClose={onClose} title={t('second.disable')} size={420}>
      <PasswordStep
        door="two-factor/disable"
        text={t('second.disableText')}
        submitLabel={t('second.disable')}
        onDone={() => {
          notifyDone(t('second.disabled'));
          onClose();
        }}
      />
    </Modal>
  );
};

export const NewRecoveryCodes = ({ onClose }: Props) => {
  const t = useTexts('staff');
  const [codes, setCodes] = useState<string[] | null>(null);
  return (
    <Modal opened onClose={onClose} title={t('second.newCodes')} size={420}>
      {codes ? (
        <RecoveryCodes codes={codes} />
      ) : (
        <PasswordStep
          door="two-factor/generate-backup-codes"
          text={t('second.newCodesText')}
          submitLabel={t('second.newCodes')}
          onDone={({ backupCodes = [] }) => setCodes(backupCodes)}
        />
      )}
    </Modal>
  );
};
