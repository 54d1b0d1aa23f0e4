import { formatPhone } from '../../ui/format.ts';
import type { DeskRow } from './api.ts';

/** Who it is with: the name, else what they are reached by. */
export const nameOf = ({ who, email, phone }: Pick<DeskRow, 'who' | 'email' | 'phone'>): string =>
  who || email || formatPhone(phone);
