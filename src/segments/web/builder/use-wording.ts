import { useEffect, useState } from 'react';
import { problemText } from '../../../ui/problem-text.ts';
import { call, type Condition } from '../client.ts';

const PAUSE_MS = 150;

/** The sentence that says a condition, a moment after it was changed. */
export const useSentence = (condition: Condition | undefined): string => {
  const [sentence, setSentence] = useState('');
  const asked = JSON.stringify(condition ?? null);
  useEffect(() => {
    const going = new AbortController();
    const later = setTimeout(() => void say(asked, going.signal, setSentence), PAUSE_MS);
    return () => {
      clearTimeout(later);
      going.abort();
    };
  }, [asked]);
  return sentence;
};

async function say(
  asked: string,
  signal: AbortSignal,
  told: (sentence: string) => void,
): Promise<void> {
  const condition = JSON.parse(asked) as Condition | null;
  if (condition === null) return told('');
  try {
    told((await call('POST /api/segments/wording', { condition }, { signal })).sentence);
  } catch {
    // What cannot be asked is told beside the count.
    if (!signal.aborted) told('');
  }
}

/** Reads what somebody typed: a condition, or words that say what was not understood. */
export async function readTyped(
  phrase: string,
): Promise<{ condition: Condition } | { wrong: string }> {
  try {
    const { condition } = await call('POST /api/segments/wording', { phrase });
    return { condition };
  } catch (failure) {
    return { wrong: problemText(failure) };
  }
}
