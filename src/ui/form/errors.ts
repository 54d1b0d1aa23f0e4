import type { Problem } from '../problem.ts';

/** What the server said, parted into what belongs to a field of this form and what does not. */
export type FormErrors = { byField: Record<string, string>; others: string[] };

export const noErrors: FormErrors = { byField: {}, others: [] };

/**
 * Puts each complaint at its field. A form may hold `street` where the API has `address.street`, so
 * the last part of a path is enough; what belongs nowhere is shown above the buttons.
 */
export const placeErrors = (
  problem: Pick<Problem, 'fields'>,
  names: readonly string[],
  words: string,
): FormErrors => {
  const byField: Record<string, string> = {};
  const others: string[] = [];
  for (const [path, text] of Object.entries(problem.fields)) {
    const last = path.split('.').at(-1) ?? path;
    const name = names.find((one) => one === path) ?? names.find((one) => one === last);
    if (name === undefined) others.push(text);
    else byField[name] = text;
  }
  const isPlaced = Object.keys(byField).length > 0;
  return { byField, others: isPlaced || others.length > 0 ? others : [words] };
};
