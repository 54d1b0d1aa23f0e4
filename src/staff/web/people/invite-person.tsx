import '@mantine/core/styles/NumberInput.layer.css';
import { Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { Instant } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, useWrite } from '../api.ts';
import { CopyButton } from '../../../ui/show/copy-button.tsx';
import css from '../settings/rows.module.css';
import { PlaceFields, type PersonValues } from './place-fields.tsx';

type Link = { path: string; expiresAt: string };

export const InvitePerson = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts('staff');
  const [link, setLink] = useState<Link | null>(null);
  return (
    <Modal opened onClose={onClose} title={t('people.invite')} size={520}>
      {link ? <OneTimeLink link={link} /> : <InviteForm onMade={setLink} onCancel={onClose} />}
    </Modal>
  );
};

type FormProps = { onMade: (link: Link) => void; onCancel: () => void };

const InviteForm = ({ onMade, onCancel }: FormProps) => {
  const t = useTexts('staff');
  const invite = useWrite('POST /api/staff', ['/api/staff', '/api/roles', '/api/teams']);
  const roles = useRead('GET /api/roles').data?.roles ?? [];
  const agent = roles.find(({ code }) => code === 'agent');
  const form = useForm<PersonValues, { link: Link }>({
    initial: { name: '', email: '', roleId: null, teamId: null, loadLimit: 3 },
    save: ({ name, email, roleId, teamId, loadLimit }) =>
      invite.mutateAsync({
        name,
        email,
        loadLimit,
        roleId: Number(roleId ?? agent?.id),
        teamId: teamId === null ? null : Number(teamId),
      }),
    onSaved: (made) => onMade(made.link),
  });
  const role = form.value('roleId');
  return (
    <Form form={form} submitLabel={t('people.invite')} onCancel={onCancel} isGuarded={false}>
      <FormRow>
        <TextInput label={t('profile.name')} data-autofocus {...form.text('name')} />
        <TextInput label={t('profile.email')} type="email" {...form.text('email')} />
      </FormRow>
      <PlaceFields
        role={{ ...role, value: role.value ?? (agent ? String(agent.id) : null) }}
        team={form.value('teamId')}
        loadLimit={form.value('loadLimit')}
      />
    </Form>
  );
};

/** A link for the person to open; we send no mail, so it is handed over by hand. */
export const OneTimeLink = ({ link }: { link: Link }) => {
  const t = useTexts('staff');
  const address = location.origin + link.path;
  return (
    <div className={css.stack}>
      <p>{t('people.linkText')}</p>
      <code className={css.secret}>{address}</code>
      <p className="dim">
        {t('people.linkUntil')} <Instant at={link.expiresAt} />
      </p>
      <Group>
        <CopyButton variant="filled" text={address} />
      </Group>
    </div>
  );
};
