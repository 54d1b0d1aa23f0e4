import { PasswordInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { passDoor, type DoorAnswer } from '../door.ts';

type Props = {
  door: string;
  text: string;
  submitLabel: string;
  onDone: (answer: DoorAnswer) => void;
};

/** Whatever changes the second factor asks for the password first: a screen may be borrowed. */
export const PasswordStep = ({ door, text, submitLabel, onDone }: Props) => {
  const t = useTexts('staff');
  const form = useForm({
    initial: { password: '' },
    save: ({ password }) => passDoor(door, { password }),
    onSaved: onDone,
  });
  return (
    <Form form={form} submitLabel={submitLabel} isGuarded={false}>
      <p style={{ margin: 0 }}>{text}</p>
      <PasswordInput
        label={t('signIn.password')}
        autoComplete="current-password"
        data-autofocus
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
        {...form.text('password')}
      />
    </Form>
  );
};
