/** How the line to a mail server is kept from listeners. */
export const securities = ['tls', 'starttls', 'none'] as const;

/** What can be wrong with a mail server, for which there are words in both languages. */
export const troubles = [
  'unreachable',
  'no_answer',
  'certificate',
  'no_encryption',
  'wrong_password',
  'password_lost',
  'no_folder',
  'not_accepted',
  'cut_off',
  'gave_up',
  'bounced',
  'other',
] as const;
export type Trouble = (typeof troubles)[number];
