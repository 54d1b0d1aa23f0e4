import '@mantine/core/styles/PasswordInput.layer.css';
import { Checkbox, PasswordInput, Select, TextInput } from '@mantine/core';
import { Form, FormRow, FormSection } from '../../ui/form/form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { useTexts } from '../../ui/texts.ts';
import type { OutputOf } from '../../ui/call.ts';
import type { api } from '../api.ts';
import { numberForms } from '../api/choices.ts';
import { call, type OfKind } from './client.ts';
import { TestButton } from './test-button.tsx';
import { Verdict } from './verdict.tsx';
import { RecordingsField } from './recordings-field.tsx';
import { useChannelSaved } from './use-channel-saved.ts';

type Exchange = OfKind<'asterisk'>;

/** The password is never shown again: the field begins empty and stays so where it is the same. */
const draftOf = (exchange: Exchange | null) => ({
  name: exchange?.name ?? '',
  host: exchange?.settings.host ?? '',
  port: String(exchange?.settings.port ?? 5038),
  isEncrypted: exchange?.settings.isEncrypted ?? false,
  user: exchange?.settings.user ?? '',
  password: '',
  dialChannel: exchange?.settings.dialChannel ?? 'PJSIP/{extension}',
  dialContext: exchange?.settings.dialContext ?? 'from-internal',
  numberForm: exchange?.settings.numberForm ?? ('without_plus' as const),
  recordingsFrom: exchange?.settings.recordingsFrom ?? '',
});

type Draft = ReturnType<typeof draftOf>;

type Tried = OutputOf<typeof api, 'POST /api/channels/asterisk/test'>;

const Outcome = ({ tried }: { tried: Tried }) => <Verdict {...tried} />;

const Test = ({ draft, id }: { draft: Draft; id: number | null }) => {
  const { name: _, ...given } = draft;
  const input = { ...given, ...(id === null ? {} : { id }) };
  const test = () => call('POST /api/channels/asterisk/test', input);
  return <TestButton test={test} outcome={Outcome} />;
};

/** Where the exchange's manager interface is, and how it dials. */
export const AsteriskForm = ({ channel: exchange }: { channel: Exchange | null }) => {
  const t = useTexts('channels');
  const form = useForm({
    initial: draftOf(exchange),
    save: (draft) =>
      exchange === null
        ? call('POST /api/channels/asterisk', draft)
        : call('PUT /api/channels/asterisk/{id}', {
            ...draft,
            id: exchange.id,
            version: exchange.version,
          }),
    onSaved: useChannelSaved(),
  });
  const numberForm = form.value('numberForm');
  return (
    <Form form={form} aside={<Test draft={form.values} id={exchange?.id ?? null} />}>
      <TextInput
        {...form.text('name')}
        label={t('channels.name')}
        placeholder={t('exchanges.nameHint')}
      />
      <FormSection title={t('exchanges.manager')}>
        <FormRow>
          <TextInput {...form.text('host')} label={t('exchanges.host')} placeholder="10.0.0.5" />
          <TextInput {...form.text('port')} label={t('exchanges.port')} inputMode="numeric" />
        </FormRow>
        <Checkbox {...form.tick('isEncrypted')} label={t('exchanges.isEncrypted')} />
        <FormRow>
          <TextInput {...form.text('user')} label={t('exchanges.user')} autoComplete="off" />
          <PasswordInput
            {...form.text('password')}
            label={t('exchanges.password')}
            placeholder={exchange === null ? '' : t('mailboxes.passwordKept')}
            autoComplete="new-password"
          />
        </FormRow>
      </FormSection>
      <FormSection title={t('exchanges.dialling')}>
        <FormRow>
          <TextInput
            {...form.text('dialChannel')}
            label={t('exchanges.dialChannel')}
            description={t('exchanges.dialChannelHint')}
          />
          <TextInput
            {...form.text('dialContext')}
            label={t('exchanges.dialContext')}
            description={t('exchanges.dialContextHint')}
          />
        </FormRow>
        <Select
          {...numberForm}
          onChange={(value) => {
            if (value !== null) numberForm.onChange(value);
          }}
          label={t('exchanges.numberForm')}
          allowDeselect={false}
          data={numberForms.map((value) => ({
            value,
            label: t(`exchanges.numberForms.${value}`),
          }))}
        />
      </FormSection>
      <RecordingsField {...form.text('recordingsFrom')} by="asterisk" />
    </Form>
  );
};
