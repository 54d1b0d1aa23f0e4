import { useLookup } from '../../../ui/slot.tsx';
import { hasText, useTexts } from '../../../ui/texts.ts';
import { timelineWords } from '../../../ui/timeline/words.ts';
import type { Line } from './use-audit.ts';

const keyOf = (name: string): string => `events.${name}`;

/** `staff.signed_in` is worded by its domain, as `events.signed_in` of its texts. */
const keyOfType = (type: string): string => {
  const [domain = '', ...name] = type.split('.');
  return `${domain}:${keyOf(name.join('_'))}`;
};

/** What a type of event is called; its own name where nobody has worded it. */
export const useTypeWords = (): ((type: string) => string) => {
  const t = useTexts('staff');
  return (type) => (hasText(keyOfType(type)) ? t(keyOfType(type)) : type);
};

/** What happened in a line: as the audit calls it, else as a timeline would tell it. */
export const useLineWords = (): ((line: Line) => string) => {
  const t = useTexts('staff');
  const typeWord = useTypeWords();
  const words = useLookup(timelineWords);
  return (line) => {
    const word = words[line.type];
    if (!word || hasText(keyOfType(line.type))) return typeWord(line.type);
    const entry = {
      ...line,
      source: 'audit',
      at: line.recordedAt,
      subjectKind: line.subject.kind,
      subjectId: line.subject.id,
      actorName: line.actor.name,
    };
    return t(word.textKey, word.values?.(entry) ?? { ...line.facts, ...line.details });
  };
};
