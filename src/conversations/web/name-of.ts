import { formatPhone } from '../../ui/format.ts';
import { textIn } from '../../ui/texts.ts';
import type { DeskRow } from './api.ts';
import { shortName } from './short-name.ts';

type Named = Pick<DeskRow, 'who' | 'email' | 'account' | 'phone'>;

/** The site's chat knows whoever writes there by a number alone. */
const visitorOf = (account: string): string | undefined => /^#(\d+)$/.exec(account)?.[1];

/** Nothing is known of them that a picture could be made of. */
export const isVisitor = ({ who, email, account }: Named): boolean =>
  who === '' && email === '' && visitorOf(account) !== undefined;

/** What a messenger calls them, in words. */
export const accountOf = (account: string): string => {
  const number = visitorOf(account);
  return number === undefined ? account : textIn('conversations')('row.visitor', { number });
};

/** Who it is with: the name, else what they are reached by. */
export const nameOf = ({ who, email, account, phone }: Named): string =>
  who || email || accountOf(account) || formatPhone(phone);

/** The same where a list has little room. */
export const shortNameOf = (named: Named): string => shortName(nameOf(named));
