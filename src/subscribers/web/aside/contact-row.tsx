import { ActionIcon, Menu } from '@mantine/core';
import { AtSign, Ellipsis, MessageCircle, Phone, Send, Star } from 'lucide-react';
import { formatPhone } from '../../../ui/format.ts';
import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { useRefresh } from '../../../ui/query.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { Icon } from '../../../ui/web.ts';
import { useDial } from '../../../staff/web/index.tsx';
import { call, useWrite, type Card, type Contact } from '../client.ts';
import css from './aside.module.css';

const icons: Record<Contact['kind'], Icon> = {
  phone: Phone,
  email: AtSign,
  telegram: Send,
  vk: MessageCircle,
  whatsapp: MessageCircle,
  max: MessageCircle,
};

const links: Record<Exclude<Contact['kind'], 'phone'>, (value: string) => string> = {
  email: (value) => `mailto:${value}`,
  telegram: (value) => `https://t.me/${value}`,
  vk: (value) => `https://vk.com/${value}`,
  whatsapp: (value) => `https://wa.me/${value.replace('+', '')}`,
  max: (value) => `https://max.ru/${value}`,
};

/** One way to reach somebody: a click calls or writes, the menu changes it. */
export const ContactRow = ({ card, contact }: { card: Card; contact: Contact }) => {
  const Picture = icons[contact.kind];
  const isForeign = contact.kind !== 'phone' && contact.kind !== 'email';
  const t = useTexts('subscribers');
  const dial = useDial();
  const { kind, value } = contact;
  return (
    <li className={css.row}>
      <Picture size={14} />
      <span>
        <a
          href={kind === 'phone' ? dial(value) : links[kind](value)}
          {...(isForeign ? { target: '_blank', rel: 'noreferrer' } : {})}
        >
          {formatPhone(contact.value)}
        </a>
        {contact.extension ? (
          <span className={css.note}>
            {' '}
            {t('contacts.extension', { digits: contact.extension })}
          </span>
        ) : null}
        {contact.label ? <span className={css.note}> {contact.label}</span> : null}
      </span>
      <ContactMenu card={card} contact={contact} />
    </li>
  );
};

const ContactMenu = ({ card, contact }: { card: Card; contact: Contact }) => {
  const t = useTexts('subscribers');
  const may = useMay();
  const refresh = useRefresh();
  const change = useWrite('PATCH /api/subscribers/{id}/contacts/{contactId}');
  const remove = useWrite('DELETE /api/subscribers/{id}/contacts/{contactId}');
  const path = { id: card.id, contactId: contact.id };
  if (!may('subscribers.edit') || card.erasedAt) {
    return contact.isPrimary ? <Star size={12} className={css.primary} /> : null;
  }
  const takeAway = (): void => {
    const { kind, value, label, isPrimary, contactPersonId } = contact;
    const again = { id: card.id, kind, value, label, isPrimary };
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
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="sm" aria-label={t('contacts.more', { value: contact.value })}>
          {contact.isPrimary ? <Star size={12} className={css.primary} /> : <Ellipsis size={14} />}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {contact.isPrimary ? null : (
          <Menu.Item onClick={() => change.mutate({ ...path, isPrimary: true })}>
            {t('contacts.makePrimary')}
          </Menu.Item>
        )}
        <Menu.Item onClick={takeAway}>{t('words.remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
