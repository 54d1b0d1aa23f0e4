/** Channels by which one is written to. */
export const writtenKinds = ['email', 'telegram', 'vk', 'chat'] as const;
export type WrittenKind = (typeof writtenKinds)[number];
/** Channels that are connected in the settings; the site's form is always there. */
export const kinds = [...writtenKinds, 'asterisk', 'telephony'] as const;
export type Kind = (typeof kinds)[number];

/** Where nothing that was said may be overtaken by what was said after it. */
export const messengers: readonly Kind[] = ['telegram', 'vk'];
/** By which we may write without being asked; a visitor's window is open while they are there. */
export type ReachingKind = Exclude<WrittenKind, 'chat'>;
/** Those with a server of their own that can be tried; the others only call us. */
export const triedKinds: readonly Kind[] = ['email', 'telegram', 'vk', 'asterisk'];

/** Exchanges in somebody's cloud whose ways of telling are known; `generic` is ours to describe. */
export const hookProviders = ['mango', 'zadarma', 'generic'] as const;
export type HookProvider = (typeof hookProviders)[number];

/** Whence a message came that was stored. */
export const sources = ['site_form', 'email', 'telegram', 'vk', 'chat', 'call'] as const;

/** How the line to a mail server is kept from listeners. */
export const securities = ['tls', 'starttls', 'none'] as const;

/**
 * How a messenger's news come: we ask for them again and again, or it calls us, which needs an
 * address of ours that is reached from outside.
 */
export const receivings = ['polling', 'webhook'] as const;

/** How an exchange wants a number written: `+79…`, `79…`, or as one dials at home, `89…`. */
export const numberForms = ['e164', 'without_plus', 'national'] as const;

/** What can be wrong with a channel's server, for which there are words in both languages. */
export const troubles = [
  'unreachable',
  'no_answer',
  'certificate',
  'no_encryption',
  'wrong_password',
  'password_lost',
  'wrong_token',
  'taken_elsewhere',
  'not_called',
  'no_folder',
  'not_accepted',
  'blocked',
  'too_fast',
  'cut_off',
  'gave_up',
  'bounced',
  'files_away',
  'other',
] as const;
export type Trouble = (typeof troubles)[number];
