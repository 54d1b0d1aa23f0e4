import { Input, TextInput } from '@mantine/core';
import { Form, FormRow, FormSection } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useSession } from '../../../ui/session.tsx';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { changeLanguage, useTexts } from '../../../ui/texts.ts';
import { useRead, useWrite } from '../api.ts';
import { Loaded } from '../settings/loaded.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';

/** What a person may change; an empty language is the one chosen in this browser. */
type Values = {
  name: string;
  language: '' | 'ru' | 'en';
  dialWith: 'tel' | 'sip';
  sipDomain: string;
  extension: string;
};

type Me = {
  name: string;
  email: string;
  language: 'ru' | 'en' | null;
  dialWith: 'tel' | 'sip';
  sipDomain: string | null;
  extension: string | null;
};

const ProfileForm = ({ me }: { me: Me }) => {
  const t = useTexts('staff');
  const { refresh } = useSession();
  const change = useWrite('PUT /api/me');
  const form = useForm<Values, unknown>({
    initial: {
      name: me.name,
      language: me.language ?? '',
      dialWith: me.dialWith,
      sipDomain: me.sipDomain ?? '',
      extension: me.extension ?? '',
    },
    save: (values) =>
      change.mutateAsync({
        name: values.name,
        dialWith: values.dialWith,
        language: values.language === '' ? null : values.language,
        sipDomain: values.sipDomain.trim() === '' ? null : values.sipDomain,
        extension: values.extension.trim() === '' ? null : values.extension,
      }),
    onSaved: () => {
      notifyDone(t('saved'));
      void refresh();
      const { language } = form.values;
      if (language !== '') void changeLanguage(language);
    },
  });
  return (
    <Form form={form}>
      <FormSection title={t('profile.me')}>
        <FormRow>
          <TextInput label={t('profile.name')} autoComplete="name" {...form.text('name')} />
          <TextInput
            label={t('profile.email')}
            description={t('profile.emailHint')}
            value={me.email}
            readOnly
            variant="filled"
          />
        </FormRow>
        <Input.Wrapper label={t('profile.language')} labelElement="div">
          <Segmented
            label={t('profile.language')}
            value={form.values.language}
            onChange={(language) => form.set('language', language)}
            options={[
              { value: '', label: t('profile.languageOfBrowser') },
              { value: 'ru', label: 'Русский' },
              { value: 'en', label: 'English' },
            ]}
          />
        </Input.Wrapper>
      </FormSection>
      <DiallingFields form={form} />
    </Form>
  );
};

type DiallingForm = Pick<ReturnType<typeof useForm<Values, unknown>>, 'values' | 'set' | 'text'>;

const DiallingFields = ({ form }: { form: DiallingForm }) => {
  const t = useTexts('staff');
  return (
    <FormSection title={t('profile.dialling')}>
      <p className="dim" style={{ margin: 0 }}>
        {t('profile.diallingText')}
      </p>
      <Segmented
        label={t('profile.dialling')}
        value={form.values.dialWith}
        onChange={(dialWith) => form.set('dialWith', dialWith)}
        options={[
          { value: 'tel', label: t('profile.tel') },
          { value: 'sip', label: t('profile.sip') },
        ]}
      />
      {form.values.dialWith === 'sip' ? (
        <TextInput
          label={t('profile.sipDomain')}
          placeholder="sip.example.ru"
          {...form.text('sipDomain')}
        />
      ) : null}
      <TextInput
        label={t('profile.extension')}
        description={t('profile.extensionHint')}
        placeholder="101"
        inputMode="numeric"
        {...form.text('extension')}
      />
    </FormSection>
  );
};

export const Component = () => {
  const t = useTexts('staff');
  const me = useRead('GET /api/me');
  return (
    <SettingsPage title={t('profile.title')}>
      <Loaded read={me}>{(data) => <ProfileForm me={data} />}</Loaded>
    </SettingsPage>
  );
};
