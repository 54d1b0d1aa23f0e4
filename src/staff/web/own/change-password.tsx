import '@mantine/core/styles/PasswordInput.layer.css';
import { PasswordInput } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../api.ts';

const empty = { current: '', next: '' };

export const ChangePassword = () => {
  const t = useTexts('staff');
  const change = useWrite('PUT /api/me/password');
  const form = useForm({
    initial: empty,
    save: (values) => change.mutateAsync(values),
    onSaved: () => {
      form.reset(empty);
      notifyDone(t('password.changed'));
    },
  });
  const show = { visibilityToggleButtonProps: { 'aria-label': t('signIn.show') } };
  return (
    <Form form={form} submitLabel={t('password.submit')} isGuarded={false}>
      <FormRow>
        <PasswordInput
          label={t('password.current')}
          autoComplete="current-password"
          {...show}
          {...form.text('current')}
        />
        <PasswordInput
          label={t('password.next')}
          description={t('welcome.passwordHint')}
          autoComplete="new-password"
          {...show}
          {...form.text('next')}
        />
      </FormRow>
    </Form>
  );
};
