import { TextInput } from '@mantine/core';
import { Form, FormRow, FormSection } from '../../ui/form/form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { useTexts } from '../../ui/texts.ts';
import { call, type OfKind } from './client.ts';
import { draftOf, type MailboxDraft } from './mailbox-draft.ts';
import { ServerFields } from './server-fields.tsx';
import { MailboxTest } from './mailbox-test.tsx';
import { useChannelSaved } from './use-channel-saved.ts';

/** Both servers of a mailbox, and in whose name it answers. Passwords are never shown again. */
export const MailboxForm = ({ channel: mailbox }: { channel: OfKind<'email'> | null }) => {
  const t = useTexts('channels');
  const form = useForm<MailboxDraft, { id: number }>({
    initial: draftOf(mailbox),
    save: (draft) =>
      mailbox === null
        ? call('POST /api/channels', draft)
        : call('PUT /api/channels/{id}', { ...draft, id: mailbox.id, version: mailbox.version }),
    onSaved: useChannelSaved(),
  });
  return (
    <Form form={form} aside={<MailboxTest draft={form.values} id={mailbox?.id ?? null} />}>
      <TextInput
        {...form.text('name')}
        label={t('channels.name')}
        placeholder={t('channels.nameHint')}
      />
      <FormSection title={t('mailboxes.from')}>
        <FormRow>
          <TextInput {...form.text('fromName')} label={t('mailboxes.fromName')} />
          <TextInput {...form.text('fromAddress')} label={t('mailboxes.fromAddress')} />
        </FormRow>
      </FormSection>
      <ServerFields form={form} server="imap" isKept={mailbox !== null} />
      <ServerFields form={form} server="smtp" isKept={mailbox !== null} />
      <TextInput
        {...form.text('checkedBy')}
        label={t('mailboxes.checkedBy')}
        description={t('mailboxes.checkedByHint')}
      />
    </Form>
  );
};
