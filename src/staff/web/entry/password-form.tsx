import '@mantine/core/styles/PasswordInput.layer.css';
import { Checkbox, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { passDoor } from '../door.ts';
import { EntryForm } from './entry-form.tsx';
import { EntryFrame } from '../../../ui/entry/entry-frame.tsx';

type Props = { onDone: () => Promise<void>; onCodeNeeded: () => void };

export const PasswordForm = ({ onDone, onCodeNeeded }: Props) => {
  const t = useTexts('staff');
  const form = useForm({
    initial: { email: '', password: '', rememberMe: true },
    save: async (values) => {
      const answer = await passDoor('sign-in/email', values);
      if (answer.twoFactorRedirect) onCodeNeeded();
      else await onDone();
    },
  });
  return (
    <EntryFrame title={t('signIn.title')} text={t('signIn.text')} foot={t('signIn.lost')}>
      <EntryForm form={form} submitLabel={t('signIn.submit')}>
        <TextInput
          label={t('signIn.email')}
          type="email"
          size="md"
          autoComplete="username"
          {...form.text('email')}
        />
        <PasswordInput
          label={t('signIn.password')}
          size="md"
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
          {...form.text('password')}
        />
        <Checkbox label={t('signIn.remember')} {...form.tick('rememberMe')} />
      </EntryForm>
    </EntryFrame>
  );
};
