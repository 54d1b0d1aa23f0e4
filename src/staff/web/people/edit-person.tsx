import '@mantine/core/styles/NumberInput.layer.css';
import { Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { useWrite } from '../api.ts';
import { OneTimeLink } from './invite-person.tsx';
import { PersonActions } from './person-actions.tsx';
import { PlaceFields, type PersonValues } from './place-fields.tsx';
import type { Person } from './use-people.ts';

type Props = { person: Person; onClose: () => void };

const asChoice = (id: number | null): string | null => (id === null ? null : String(id));

export const EditPerson = ({ person, onClose }: Props) => {
  const [link, setLink] = useState<{ path: string; expiresAt: string } | null>(null);
  return (
    <Modal opened onClose={onClose} title={person.name} size={560}>
      {link ? (
        <OneTimeLink link={link} />
      ) : (
        <>
          <PersonForm person={person} onClose={onClose} />
          <PersonActions person={person} onClose={onClose} onLink={setLink} />
        </>
      )}
    </Modal>
  );
};

const PersonForm = ({ person, onClose }: Props) => {
  const t = useTexts('staff');
  const { id } = useViewer();
  const change = useWrite('PUT /api/staff/{id}', ['/api/staff', '/api/roles', '/api/teams']);
  const form = useForm<PersonValues, unknown>({
    initial: {
      name: person.name,
      email: person.email ?? '',
      roleId: String(person.roleId),
      teamId: asChoice(person.teamId),
      loadLimit: person.loadLimit,
    },
    save: ({ name, email, roleId, teamId, loadLimit }) =>
      change.mutateAsync({
        id: person.id,
        name,
        email,
        loadLimit,
        roleId: Number(roleId),
        teamId: teamId === null ? null : Number(teamId),
      }),
    onSaved: () => {
      notifyDone(t('saved'));
      onClose();
    },
  });
  return (
    <Form form={form} onCancel={onClose} isGuarded={false}>
      <FormRow>
        <TextInput label={t('profile.name')} data-autofocus {...form.text('name')} />
        <TextInput label={t('profile.email')} type="email" {...form.text('email')} />
      </FormRow>
      <PlaceFields
        role={form.value('roleId')}
        team={form.value('teamId')}
        loadLimit={form.value('loadLimit')}
        isOwn={person.id === id}
      />
    </Form>
  );
};
