import '@mantine/core/styles/PasswordInput.layer.css';
import { Modal, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { renderSVG } from 'uqr';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { passDoor } from '../door.ts';
import css from '../settings/rows.module.css';
import { PasswordStep } from './password-step.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

type Begun = { uri: string; codes: string[] };

/** The password, then the picture for the phone and its first code, then the recovery codes. */
export const EnableSecondFactor = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts('staff');
  const [begun, setBegun] = useState<Begun | null>(null);
  const [isOn, setOn] = useState(false);
  const begin = (
    <PasswordStep
      door="two-factor/enable"
      text={t('second.enableText')}
      submitLabel={t('second.next')}
      onDone={({ totpURI = '', backupCodes = [] }) =>
        setBegun({ uri: totpURI, codes: backupCodes })
      }
    />
  );
  return (
    <Modal opened onClose={onClose} title={t('second.title')} size={440}>
      {begun === null ? begin : null}
      {begun && !isOn ? (
        <FirstCode uri={begun.uri} onDone={() => setOn(true)} onCancel={onClose} />
      ) : null}
      {begun && isOn ? <RecoveryCodes codes={begun.codes} /> : null}
    </Modal>
  );
};

type FirstProps = { uri: string; onDone: () => void; onCancel: () => void };

const FirstCode = ({ uri, onDone, onCancel }: FirstProps) => {
  const t = useTexts('staff');
  const picture = useMemo(
    () => `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(uri, { border: 2 }))}`,
    [uri],
  );
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const form = useForm({
    initial: { code: '' },
    save: ({ code }) => passDoor('two-factor/verify-totp', { code: code.replace(/\s/g, '') }),
    onSaved: onDone,
  });
  return (
    <Form form={form} submitLabel={t('second.enable')} onCancel={onCancel} isGuarded={false}>
      <p style={{ margin: 0 }}>{t('second.scan')}</p>
      <img src={picture} alt={t('second.picture')} width={200} height={200} />
      <div>
        <div className="dim">{t('second.orType')}</div>
        <code className={css.secret}>{secret.replace(/(.{4})/g, '$1 ').trim()}</code>
      </div>
      <TextInput
        label={t('code.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        data-autofocus
        {...form.text('code')}
      />
    </Form>
  );
};
