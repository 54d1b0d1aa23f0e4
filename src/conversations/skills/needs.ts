import { foldText } from '../../kernel/search/fold-text.ts';
import type { Language } from '../api/words.ts';

/** A rule holds where everything that it names holds; null names nothing. */
export type SkillRule = {
  skillId: number;
  skillName: string;
  channel: string | null;
  topic: string | null;
  labelId: number | null;
  language: string | null;
  words: string | null;
};

/** What rules look at. */
export type About = {
  channel: string;
  /** The topic chosen on the site's form; elsewhere what the sender has written over it. */
  subject: string;
  labelIds: readonly number[];
  /** The first words of whoever wrote. */
  firstWords: string;
};

/** The skills that a conversation asks for, each once. */
export function needsOf(rules: readonly SkillRule[], about: About): { id: number; name: string }[] {
  const needed = new Map<number, string>();
  for (const rule of rules) {
    if (holds(rule, about)) needed.set(rule.skillId, rule.skillName);
  }
  return [...needed].map(([id, name]) => ({ id, name }));
}

/** A letter may be titled as a topic is called, and is not of it. */
const topicOf = ({ channel, subject }: About): string | null =>
  channel === 'site_form' ? subject : null;

function holds(rule: SkillRule, about: About): boolean {
  return (
    (rule.channel === null || rule.channel === about.channel) &&
    (rule.topic === null || rule.topic === topicOf(about)) &&
    (rule.labelId === null || about.labelIds.includes(rule.labelId)) &&
    (rule.language === null || rule.language === languageOf(about.firstWords)) &&
    (rule.words === null || hasAnyOf(rule.words, `${about.subject} ${about.firstWords}`))
  );
}

/** Whether a word of the text begins with one of those listed, as `юрлиц` finds `юрлица`. */
function hasAnyOf(listed: string, text: string): boolean {
  const folded = ` ${foldText(text)}`;
  return listed
    .split(',')
    .map((one) => foldText(one))
    .some((one) => one !== '' && folded.includes(` ${one}`));
}

/**
 * The language so far as its letters tell: letters that only Kazakh, Ukrainian or Belarusian has,
 * else any Cyrillic is Russian, else Latin letters; null where there are no letters.
 */
export function languageOf(text: string): Language | null {
  if (/[әғқңөұүһ]/iu.test(text)) return 'kk';
  if (/[їєґ]/iu.test(text)) return 'uk';
  if (/ў/iu.test(text)) return 'be';
  if (/\p{Script=Cyrillic}/u.test(text)) return 'ru';
  return /\p{Script=Latin}/u.test(text) ? 'latin' : null;
}
