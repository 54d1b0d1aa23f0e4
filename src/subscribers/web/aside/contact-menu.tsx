import { Menu } from '@mantine/core';
import { Star } from 'lucide-react';
import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { useRefresh } from '../../../ui/query.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { call, useWrite, type Card, type Contact } from '../client.ts';
import css from './aside.module.css';
import { RowMenu } from './row-menu.tsx';
import { writtenContact } from './written-contact.ts';

type Props = { card: Card; contact: Contact; onEdit: () => void };

/** Corrects a contact, makes it the first, takes it away; a star where it is the first. */
export const ContactMenu = ({ card, contact, onEdit }: Props) => {
  const t = useTexts('subscribers');
  const may = useMay();
  const refresh = useRefresh();
  const change = useWrite('PATCH /api/subscribers/{id}/contacts/{contactId}');
  const remove = useWrite('DELETE /api/subscribers/{id}/contacts/{contactId}');
  const path = { id: card.id, contactId: contact.id };
  const star = contact.isPrimary ? <Star size={12} className={css.primary} /> : undefined;
  if (!may('subscribers.edit') || card.erasedAt) return star ?? null;
  const takeAway = (): void => {
    const { kind, label, isPrimary, contactPersonId } = contact;
    const again = { id: card.id, kind, value: writtenContact(contact), label, isPrimary };
    const undo = async (): Promise<void> => {
      const person = contactPersonId === null ? {} : { contactPersonId };
      await call('POST /api/subscribers/{id}/contacts', { ...again, ...person });
      await refresh('/api/subscribers');
    };
    remove
      .mutateAsync(path)
      .then(() => undoToast({ text: t('contacts.removed'), undo }), notifyProblem);
  };
  return (
    <RowMenu label={t('contacts.more', { value: contact.value })} sign={star}>
      <Menu.Item onClick={onEdit}>{t('card.edit')}</Menu.Item>
      {contact.isPrimary ? null : (
        <Menu.Item
          onClick={() => change.mutate({ ...path, isPrimary: true }, { onError: notifyProblem })}
        >
          {t('contacts.makePrimary')}
        </Menu.Item>
      )}
      <Menu.Item onClick={takeAway}>{t('words.remove')}</Menu.Item>
    </RowMenu>
  );
};
