type Texts = (key: string, values?: Record<string, unknown>) => string;

/**
 * What it is about: a topic of the form, the words that a loaded base had for it, or a letter's
 * subject, which is shown as it is.
 */
export const topicIn = (t: Texts, subject: string): string =>
  /^[a-z_]+$/.test(subject) ? t(`topics.${subject}`, { defaultValue: subject }) : subject;
