import '@mantine/core/styles/PasswordInput.layer.css';
import { PasswordInput, Select, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../ui/form/form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { CopyButton } from '../../ui/show/copy-button.tsx';
import { useTexts } from '../../ui/texts.ts';
import { hookProviders } from '../api/choices.ts';
import { call, type OfKind } from './client.ts';
import { RecordingsField } from './recordings-field.tsx';
import { useChannelSaved } from './use-channel-saved.ts';

type Telephony = OfKind<'telephony'>;

const draftOf = (channel: Telephony | null) => ({
  name: channel?.name ?? '',
  provider: channel?.settings.provider ?? ('mango' as const),
  key: '',
  secret: '',
  recordingsFrom: channel?.settings.recordingsFrom ?? '',
});

/** Where the provider shall call us; it is known once the channel is kept. */
const Address = ({ channel }: { channel: Telephony | null }) => {
  const t = useTexts('channels');
  if (channel === null) return <p className="dim">{t('telephony.addressLater')}</p>;
  const address = `${globalThis.location.origin}/hooks/telephony/${channel.id}`;
  return (
    <TextInput
      label={t('telephony.address')}
      description={t(`telephony.addressHints.${channel.settings.provider}`)}
      value={address}
      readOnly
      variant="filled"
      rightSection={<CopyButton text={address} size="xs" variant="subtle" />}
      rightSectionWidth={140}
    />
  );
};

export const TelephonyForm = ({ channel }: { channel: Telephony | null }) => {
  const t = useTexts('channels');
  const form = useForm({
    initial: draftOf(channel),
    save: (draft) =>
      channel === null
        ? call('POST /api/channels/telephony', draft)
        : call('PUT /api/channels/telephony/{id}', {
            ...draft,
            id: channel.id,
            version: channel.version,
          }),
    onSaved: useChannelSaved(channel ? undefined : 'telephony'),
  });
  const provider = form.value('provider');
  const isKeyOfZadarma = provider.value === 'zadarma' && form.values.recordingsFrom !== '';
  const kept = channel === null ? '' : t('mailboxes.passwordKept');
  return (
    <Form form={form}>
      <FormRow>
        <TextInput {...form.text('name')} label={t('channels.name')} />
        <Select
          {...provider}
          onChange={(value) => {
            if (value !== null) provider.onChange(value);
          }}
          label={t('telephony.provider')}
          allowDeselect={false}
          data={hookProviders.map((value) => ({
            value,
            label: t(`telephony.providers.${value}`),
          }))}
        />
      </FormRow>
      <FormRow>
        {provider.value === 'mango' || isKeyOfZadarma ? (
          <PasswordInput
            {...form.text('key')}
            label={t(isKeyOfZadarma ? 'telephony.keys.zadarma' : 'telephony.keys.mango')}
            placeholder={kept}
            autoComplete="new-password"
          />
        ) : null}
        <PasswordInput
          {...form.text('secret')}
          label={t(`telephony.secrets.${provider.value}`)}
          placeholder={kept}
          autoComplete="new-password"
        />
      </FormRow>
      <RecordingsField {...form.text('recordingsFrom')} by={provider.value} />
      <Address channel={channel} />
    </Form>
  );
};
