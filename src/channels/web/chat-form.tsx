import { Textarea, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../ui/form/form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { currentLanguage } from '../../ui/language.ts';
import { CopyButton } from '../../ui/show/copy-button.tsx';
import { useTexts } from '../../ui/texts.ts';
import css from './channels.module.css';
import { call, type OfKind } from './client.ts';
import { useChannelSaved } from './use-channel-saved.ts';

/** The one line that puts the window on the operator's site. */
const Line = ({ id }: { id: number }) => {
  const t = useTexts('channels');
  const { origin } = globalThis.location;
  const address = `${origin}/chat/widget.js?channel=${id}&lang=${currentLanguage()}`;
  const line = `<script type="module" src="${address}"></script>`;
  return (
    <div>
      <b>{t('chats.line')}</b>
      <p className={css.text}>{t('chats.lineText', { origin })}</p>
      <code className={css.line}>{line}</code>
      <CopyButton text={line} />
    </div>
  );
};

/** What a visitor of the site reads before anybody has answered. */
export const ChatForm = ({ channel: chat }: { channel: OfKind<'chat'> | null }) => {
  const t = useTexts('channels');
  const form = useForm({
    initial: {
      name: chat?.name ?? '',
      title: chat?.settings.title ?? '',
      greeting: chat?.settings.greeting ?? '',
    },
    save: (draft) =>
      chat === null
        ? call('POST /api/channels/chat', draft)
        : call('PUT /api/channels/chat/{id}', { ...draft, id: chat.id, version: chat.version }),
    onSaved: useChannelSaved(chat ? undefined : 'chat'),
  });
  return (
    <Form form={form}>
      <FormRow>
        <TextInput
          {...form.text('name')}
          label={t('channels.name')}
          placeholder={t('channels.nameHint')}
        />
        <TextInput {...form.text('title')} label={t('chats.title')} />
      </FormRow>
      <Textarea
        {...form.text('greeting')}
        label={t('chats.greeting')}
        description={t('chats.greetingHint')}
        maxLength={300}
        autosize
        minRows={2}
      />
      {chat === null ? <p className={css.text}>{t('chats.lineLater')}</p> : <Line id={chat.id} />}
    </Form>
  );
};
