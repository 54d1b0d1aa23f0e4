import '@mantine/core/styles/PasswordInput.layer.css';
import { PasswordInput, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../ui/form/form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import type { OutputOf } from '../../ui/call.ts';
import { CopyButton } from '../../ui/show/copy-button.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { api } from '../api.ts';
import { call, type OfKind } from './client.ts';
import { TestButton } from './test-button.tsx';
import { useChannelSaved } from './use-channel-saved.ts';
import { Verdict } from './verdict.tsx';
import css from './channels.module.css';

type Community = OfKind<'vk'>;

/** Secrets are never shown again: their fields begin empty and stay so where they stay the same. */
const draftOf = (community: Community | null) => ({
  name: community?.name ?? '',
  groupId: community?.settings.groupId ?? '',
  token: '',
  confirmation: '',
  secret: '',
  apiUrl: community?.settings.apiUrl ?? 'https://api.vk.com',
});

const Outcome = ({ tried }: { tried: OutputOf<typeof api, 'POST /api/channels/vk/test'> }) => (
  <>
    <Verdict {...tried} /> {tried.groupName}
  </>
);

const Test = ({ draft, id }: { draft: ReturnType<typeof draftOf>; id: number | null }) => {
  const { name: _, ...given } = draft;
  const input = { ...given, ...(id === null ? {} : { id }) };
  return <TestButton test={() => call('POST /api/channels/vk/test', input)} outcome={Outcome} />;
};

/** Where VK is to bring its events; known once the channel has a number. */
const Hook = ({ id }: { id: number }) => {
  const t = useTexts('channels');
  const address = `${globalThis.location.origin}/hooks/vk/${id}`;
  return (
    <div>
      <b>{t('communities.hook')}</b>
      <p className={css.text}>{t('communities.hookText')}</p>
      <code className={css.line}>{address}</code>
      <CopyButton text={address} />
    </div>
  );
};

/** What a community is known by, and its three secrets. */
export const CommunityForm = ({ channel: community }: { channel: Community | null }) => {
  const t = useTexts('channels');
  const form = useForm({
    initial: draftOf(community),
    save: (draft) =>
      community === null
        ? call('POST /api/channels/vk', draft)
        : call('PUT /api/channels/vk/{id}', {
            ...draft,
            id: community.id,
            version: community.version,
          }),
    onSaved: useChannelSaved(),
  });
  const secret = (field: 'token' | 'confirmation' | 'secret', hint: string) => (
    <PasswordInput
      {...form.text(field)}
      label={t(`communities.${field}`)}
      description={hint}
      placeholder={community === null ? '' : t('mailboxes.passwordKept')}
      autoComplete="new-password"
    />
  );
  return (
    <Form form={form} aside={<Test draft={form.values} id={community?.id ?? null} />}>
      <TextInput
        {...form.text('name')}
        label={t('channels.name')}
        placeholder={t('channels.nameHint')}
      />
      <FormRow>
        <TextInput
          {...form.text('groupId')}
          label={t('communities.groupId')}
          description={t('communities.groupHint')}
          inputMode="numeric"
        />
        <TextInput {...form.text('apiUrl')} label={t('communities.apiUrl')} />
      </FormRow>
      {secret('token', t('communities.tokenHint'))}
      <FormRow>
        {secret('confirmation', t('communities.callbackHint'))}
        {secret('secret', t('communities.callbackHint'))}
      </FormRow>
      {community === null ? null : <Hook id={community.id} />}
    </Form>
  );
};
