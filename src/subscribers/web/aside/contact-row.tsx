import { AtSign, MessageCircle, Phone, Send } from 'lucide-react';
import { useState } from 'react';
import { formatPhone } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Icon } from '../../../ui/web.ts';
import { useDial } from '../../../staff/web/index.tsx';
import type { Card, Contact } from '../client.ts';
import css from './aside.module.css';
import { ContactForm } from './contact-form.tsx';
import { ContactMenu } from './contact-menu.tsx';

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
  const [isEdited, setEdited] = useState(false);
  if (isEdited) {
    return (
      <li>
        <ContactForm card={card} contact={contact} onClose={() => setEdited(false)} />
      </li>
    );
  }
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
      <ContactMenu card={card} contact={contact} onEdit={() => setEdited(true)} />
    </li>
  );
};
