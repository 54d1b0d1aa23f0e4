import type { Messenger } from '../../subscribers/api/kinds.ts';
import {
  normaliseEmail,
  normaliseMessenger,
  normalisePhone,
  splitPhones,
  type ContactLoad,
} from '../../subscribers/index.ts';
import { type CellReader, type Draft, warn } from './reader.ts';

/** More ways to reach one person than this are a broken cell. */
const MAX_CONTACTS = 20;

export const readPhones: CellReader = (draft, value, column, context) => {
  for (const text of splitPhones(value)) {
    const phone = normalisePhone(text, context.country, context.cityCode);
    if (phone.ok) {
      add(draft, { kind: 'phone', value: phone.e164, label: phone.note ?? column.label ?? '' });
    } else if (phone.code !== 'empty' && phone.code !== 'placeholder') {
      warn(draft, `phone_${phone.code}`, column, text);
    }
  }
};

export const readEmails: CellReader = (draft, value, column) => {
  for (const text of value.split(/[,;\s]+/).filter((piece) => piece !== '')) {
    const email = normaliseEmail(text);
    if (email.ok) add(draft, { kind: 'email', value: email.email });
    else if (email.code !== 'empty') warn(draft, 'email_wrong', column, text);
  }
};

export const readMessenger: CellReader = (draft, value, column, context) => {
  const kind = column.target as Messenger;
  const found = normaliseMessenger(value, context.country, kind);
  if (found.ok) add(draft, { kind: found.messenger, value: found.handle });
  else if (found.code !== 'empty') warn(draft, 'messenger_wrong', column, value);
};

function add(draft: Draft, contact: ContactLoad): void {
  const { contacts } = draft.record;
  const isThere = contacts.some((c) => c.kind === contact.kind && c.value === contact.value);
  if (!isThere && contacts.length < MAX_CONTACTS) contacts.push(contact);
}
