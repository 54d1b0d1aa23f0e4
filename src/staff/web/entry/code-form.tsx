import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { passDoor } from '../door.ts';
import { EntryForm } from './entry-form.tsx';
import { EntryFrame } from '../../../ui/entry/entry-frame.tsx';
import css from '../../../ui/entry/entry.module.css';

type Props = { onDone: () => Promise<void>; onBack: () => void };

/** The second step: a code from the phone, or one of the recovery codes when the phone is lost. */
export const CodeForm = ({ onDone, onBack }: Props) => {
  const t = useTexts('staff');
  const [isRecovery, setRecovery] = useState(false);
  const form = useForm({
    initial: { code: '', trustDevice: false },
    save: async ({ code, trustDevice }) => {
      const door = isRecovery ? 'two-factor/verify-backup-code' : 'two-factor/verify-totp';
      await passDoor(door, { code: code.replace(/\s/g, ''), trustDevice });
      await onDone();
    },
  });
  const change = (): void => {
    form.reset({ ...form.values, code: '' });
    setRecovery(!isRecovery);
  };
  const foot = (
    <>
      <button type="button" className={css.link} onClick={change}>
        {t(isRecovery ? 'code.useCode' : 'code.useRecovery')}
      </button>
      {' · '}
      <button type="button" className={css.link} onClick={onBack}>
        {t('code.back')}
      </button>
    </>
  );
  return (
    <EntryFrame
      title={t('code.title')}
      text={t(isRecovery ? 'code.recoveryText' : 'code.text')}
      foot={foot}
    >
      <EntryForm key={String(isRecovery)} form={form} submitLabel={t('code.submit')}>
        <TextInput
          label={t(isRecovery ? 'code.recovery' : 'code.code')}
          {...(isRecovery
            ? { size: 'md', autoComplete: 'off' }
            : {
                className: css.code ?? '',
                inputMode: 'numeric',
                autoComplete: 'one-time-code',
                maxLength: 7,
              })}
          {...form.text('code')}
        />
        {isRecovery ? null : <Checkbox label={t('code.trust')} {...form.tick('trustDevice')} />}
      </EntryForm>
    </EntryFrame>
  );
};
