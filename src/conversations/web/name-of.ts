import { formatPhone } from '../../ui/format.ts';
import type { DeskRow } from './api.ts';

type Named = Pick<DeskRow, 'who' | 'email' | 'account' | 'phone'>;

/** Who it is with: the name, else what they are reached by. */
export const nameOf = ({ who, email, account, phone }: Named): string =>
  who || email || account || formatPhone(phone);
