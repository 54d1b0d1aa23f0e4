import { TextInput } from '@mantine/core';
import { useNavigate } from 'react-router';
import { Form, FormRow, FormSection } from '../../ui/form/form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { notifyDone } from '../../ui/notify.tsx';
import { useRefresh } from '../../ui/query.ts';
import { useTexts } from '../../ui/texts.ts';
import { call, channelPaths, type Mailbox } from './client.ts';
import { draftOf, type MailboxDraft } from './mailbox-draft.ts';
import { ServerFields } from './server-fields.tsx';
import { TestButton } from './test-button.tsx';

/** Both servers of a mailbox, and in whose name it answers. Passwords are never shown again. */
export const MailboxForm = ({ mailbox }: { mailbox: Mailbox | null }) => {
  const t = useTexts('channels');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const form = useForm<MailboxDraft, unknown>({
    initial: draftOf(mailbox),
    save: (draft) =>
      mailbox === null
        ? call('POST /api/channels', draft)
        : call('PUT /api/channels/{id}', { ...draft, id: mailbox.id, version: mailbox.version }),
    onSaved: () => {
      notifyDone(t('mailboxes.saved'));
      void refresh(...channelPaths);
      void navigate('/settings/mailboxes');
    },
  });
  return (
    <Form form={form} aside={<TestButton draft={form.values} id={mailbox?.id ?? null} />}>
      <TextInput
        {...form.text('name')}
        label={t('mailboxes.name')}
        placeholder={t('mailboxes.nameHint')}
      />
      <FormSection title={t('mailboxes.from')}>
        <FormRow>
          <TextInput {...form.text('fromName')} label={t('mailboxes.fromName')} />
          <TextInput {...form.text('fromAddress')} label={t('mailboxes.fromAddress')} />
        </FormRow>
      </FormSection>
      <ServerFields form={form} server="imap" isKept={mailbox !== null} />
      <ServerFields form={form} server="smtp" isKept={mailbox !== null} />
    </Form>
  );
};
