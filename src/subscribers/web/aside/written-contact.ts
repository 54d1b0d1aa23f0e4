import { formatPhone } from '../../../ui/format.ts';
import { textIn } from '../../../ui/texts.ts';
import type { Contact } from '../client.ts';

/** A contact as a person would write it, extension and all; the server reads it back the same. */
export const writtenContact = ({ value, extension }: Contact): string => {
  const digits = extension ?? '';
  if (digits === '') return formatPhone(value);
  return `${formatPhone(value)} ${textIn('subscribers')('contacts.extension', { digits })}`;
};
