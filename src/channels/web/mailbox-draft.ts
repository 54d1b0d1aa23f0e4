import type { OfKind } from './client.ts';

type Settings = OfKind<'email'>['settings'];
type Security = Settings['imapSecurity'];

/** What the form holds; passwords begin empty and stay so where nothing new is typed. */
export type MailboxDraft = {
  name: string;
  imapHost: string;
  /** As it is typed; the server reads it. */
  imapPort: string;
  imapSecurity: Security;
  imapUser: string;
  imapPassword: string;
  imapFolder: string;
  smtpHost: string;
  smtpPort: string;
  smtpSecurity: Security;
  smtpUser: string;
  smtpPassword: string;
  fromName: string;
  fromAddress: string;
  checkedBy: string;
};

const usual: MailboxDraft = {
  name: '',
  imapHost: '',
  imapPort: '993',
  imapSecurity: 'tls',
  imapUser: '',
  imapPassword: '',
  imapFolder: 'INBOX',
  smtpHost: '',
  smtpPort: '465',
  smtpSecurity: 'tls',
  smtpUser: '',
  smtpPassword: '',
  fromName: '',
  fromAddress: '',
  checkedBy: '',
};

/** The form of a mailbox as it is kept, or of a new one. */
export function draftOf(mailbox: OfKind<'email'> | null): MailboxDraft {
  if (mailbox === null) return usual;
  const { name, settings } = mailbox;
  const { imapPort, smtpPort, ...kept } = settings;
  return { ...usual, ...kept, imapPort: String(imapPort), smtpPort: String(smtpPort), name };
}
