import { Menu } from '@mantine/core';
import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { useRefresh } from '../../../ui/query.ts';
import { useTexts } from '../../../ui/texts.ts';
import { call, useWrite, type Card, type ContactPerson } from '../client.ts';
import { RowMenu } from './row-menu.tsx';
import { writtenContact } from './written-contact.ts';

type Props = { card: Card; person: ContactPerson; onDo: (what: 'edit' | 'add') => void };

/** Corrects a contact person, adds a way to reach that person, takes both away. */
export const PersonMenu = ({ card, person, onDo }: Props) => {
  const t = useTexts('subscribers');
  const refresh = useRefresh();
  const remove = useWrite('DELETE /api/subscribers/{id}/contact-persons/{contactPersonId}');
  const takeAway = (): void => {
    const { name, role, birthOn, note } = person;
    const contacts = card.contacts
      .filter(({ contactPersonId }) => contactPersonId === person.id)
      .map((contact) => {
        const { kind, label, isPrimary } = contact;
        return { kind, value: writtenContact(contact), label, isPrimary };
      });
    const again = { id: card.id, name, role, birthOn, note, contacts };
    const undo = async (): Promise<void> => {
      await call('POST /api/subscribers/{id}/contact-persons', again);
      await refresh('/api/subscribers');
    };
    remove
      .mutateAsync({ id: card.id, contactPersonId: person.id })
      .then(() => undoToast({ text: t('contacts.personRemoved'), undo }), notifyProblem);
  };
  return (
    <RowMenu label={t('contacts.more', { value: person.name })}>
      <Menu.Item onClick={() => onDo('edit')}>{t('card.edit')}</Menu.Item>
      <Menu.Item onClick={() => onDo('add')}>{t('contacts.add')}</Menu.Item>
      <Menu.Item onClick={takeAway}>{t('words.remove')}</Menu.Item>
    </RowMenu>
  );
};
