import '@mantine/core/styles/PasswordInput.layer.css';
import { PasswordInput, Select, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../ui/form/form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { useTexts } from '../../ui/texts.ts';
import { receivings } from '../api/choices.ts';
import type { OutputOf } from '../../ui/call.ts';
import type { api } from '../api.ts';
import { call, type OfKind } from './client.ts';
import { TestButton } from './test-button.tsx';
import { Verdict } from './verdict.tsx';
import { useChannelSaved } from './use-channel-saved.ts';

type Bot = OfKind<'telegram'>;

/** The token is never shown again: the field begins empty and stays so where it stays the same. */
const draftOf = (bot: Bot | null) => ({
  name: bot?.name ?? '',
  token: '',
  receiving: bot?.settings.receiving ?? ('polling' as const),
  publicUrl: bot?.settings.publicUrl || globalThis.location.origin,
  apiUrl: bot?.settings.apiUrl ?? 'https://api.telegram.org',
});

const Outcome = ({
  tried,
}: {
  tried: OutputOf<typeof api, 'POST /api/channels/telegram/test'>;
}) => (
  <>
    <Verdict {...tried} /> {tried.botName}
  </>
);

const Test = ({ draft, id }: { draft: ReturnType<typeof draftOf>; id: number | null }) => {
  const { name: _, ...given } = draft;
  const input = { ...given, ...(id === null ? {} : { id }) };
  const test = () => call('POST /api/channels/telegram/test', input);
  return <TestButton test={test} outcome={Outcome} />;
};

/** The token of a bot, and how its news come. */
export const BotForm = ({ channel: bot }: { channel: Bot | null }) => {
  const t = useTexts('channels');
  const form = useForm({
    initial: draftOf(bot),
    save: (draft) =>
      bot === null
        ? call('POST /api/channels/telegram', draft)
        : call('PUT /api/channels/telegram/{id}', { ...draft, id: bot.id, version: bot.version }),
    onSaved: useChannelSaved(),
  });
  const receiving = form.value('receiving');
  return (
    <Form form={form} aside={<Test draft={form.values} id={bot?.id ?? null} />}>
      <TextInput
        {...form.text('name')}
        label={t('channels.name')}
        placeholder={t('channels.nameHint')}
      />
      <PasswordInput
        {...form.text('token')}
        label={t('bots.token')}
        description={t('bots.tokenHint')}
        placeholder={bot === null ? '' : t('mailboxes.passwordKept')}
        autoComplete="new-password"
      />
      <FormRow>
        <Select
          {...receiving}
          onChange={(value) => {
            if (value !== null) receiving.onChange(value);
          }}
          label={t('bots.receiving')}
          allowDeselect={false}
          data={receivings.map((value) => ({ value, label: t(`bots.receivings.${value}`) }))}
        />
        {receiving.value === 'webhook' ? (
          <TextInput {...form.text('publicUrl')} label={t('bots.publicUrl')} />
        ) : null}
        <TextInput {...form.text('apiUrl')} label={t('bots.apiUrl')} />
      </FormRow>
    </Form>
  );
};
