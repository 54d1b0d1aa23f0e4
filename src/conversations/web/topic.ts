type Texts = (key: string, values?: Record<string, unknown>) => string;

/** What it is about: a topic of the form, or the words that a loaded base had for it. */
export const topicIn = (t: Texts, subject: string): string =>
  t(`topics.${subject}`, { defaultValue: subject });
