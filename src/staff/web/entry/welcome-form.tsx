import '@mantine/core/styles/PasswordInput.layer.css';
import { PasswordInput, TextInput } from '@mantine/core';
import { useNavigate } from 'react-router';
import { useForm } from '../../../ui/form/use-form.ts';
import { useSession } from '../../../ui/session.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { call } from '../api.ts';
import { passDoor } from '../door.ts';
import { EntryForm } from './entry-form.tsx';
import { EntryFrame } from '../../../ui/entry/entry-frame.tsx';

type LinkPurpose = 'first_administrator' | 'invitation' | 'reset';
type Props = {
  token: string;
  link: { purpose: LinkPurpose; operator: string; name: string; email: string };
};

/** Chooses a password, and at once signs in with it. */
export const WelcomeForm = ({ token, link }: Props) => {
  const t = useTexts('staff');
  const { refresh } = useSession();
  const navigate = useNavigate();
  const { purpose, operator } = link;
  const isFirst = purpose === 'first_administrator';
  const form = useForm({
    initial: { name: link.name, email: link.email, password: '' },
    save: async ({ name, email, password }) => {
      const used = await call('POST /api/welcome', {
        token,
        password,
        name,
        ...(isFirst ? { email } : {}),
      });
      const answer = await passDoor('sign-in/email', { email: used.email, password });
      if (answer.twoFactorRedirect) {
        await navigate('/sign-in', { state: { isCodeNeeded: true } });
        return;
      }
      await refresh();
      await navigate('/', { replace: true });
    },
  });
  return (
    <EntryFrame
      title={t(`welcome.purpose.${purpose}.title`, { operator })}
      text={t(`welcome.purpose.${purpose}.text`, { operator })}
    >
      <EntryForm form={form} submitLabel={t('welcome.submit')}>
        {purpose === 'reset' ? null : (
          <TextInput
            label={t('welcome.name')}
            size="md"
            autoComplete="name"
            {...form.text('name')}
          />
        )}
        <TextInput
          label={t('signIn.email')}
          type="email"
          size="md"
          autoComplete="username"
          readOnly={!isFirst}
          variant={isFirst ? 'default' : 'filled'}
          {...form.text('email')}
        />
        <PasswordInput
          label={t('welcome.password')}
          description={t('welcome.passwordHint')}
          size="md"
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
          {...form.text('password')}
        />
      </EntryForm>
    </EntryFrame>
  );
};
