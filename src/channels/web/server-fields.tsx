import '@mantine/core/styles/PasswordInput.layer.css';
import { PasswordInput, Select, TextInput } from '@mantine/core';
import { FormRow, FormSection } from '../../ui/form/form.tsx';
import type { useForm } from '../../ui/form/use-form.ts';
import { useTexts } from '../../ui/texts.ts';
import { securities } from '../api/choices.ts';
import type { MailboxDraft } from './mailbox-draft.ts';

type Props = {
  form: ReturnType<typeof useForm<MailboxDraft, unknown>>;
  server: 'imap' | 'smtp';
  /** A password is kept, which an empty field leaves as it is. */
  isKept: boolean;
};

/** Where a server stands and as whom we come to it. */
export const ServerFields = ({ form, server, isKept }: Props) => {
  const t = useTexts('channels');
  const security = form.value(`${server}Security`);
  return (
    <FormSection title={t(`mailboxes.${server}`)}>
      <FormRow>
        <TextInput {...form.text(`${server}Host`)} label={t('mailboxes.host')} />
        <TextInput
          {...form.text(`${server}Port`)}
          label={t('mailboxes.port')}
          inputMode="numeric"
        />
        <Select
          {...security}
          onChange={(value) => {
            if (value !== null) security.onChange(value);
          }}
          label={t('mailboxes.security')}
          allowDeselect={false}
          data={securities.map((value) => ({ value, label: t(`mailboxes.securities.${value}`) }))}
        />
      </FormRow>
      <FormRow>
        <TextInput {...form.text(`${server}User`)} label={t('mailboxes.user')} autoComplete="off" />
        <PasswordInput
          {...form.text(`${server}Password`)}
          label={t('mailboxes.password')}
          placeholder={isKept ? t('mailboxes.passwordKept') : ''}
          autoComplete="new-password"
        />
        {server === 'imap' ? (
          <TextInput {...form.text('imapFolder')} label={t('mailboxes.folder')} />
        ) : null}
      </FormRow>
    </FormSection>
  );
};
