/** What the text of a contract may name; `services` alone stands on a line of its own. */
export const placeholders = [
  'number',
  'date',
  'company',
  'company_details',
  'director_post',
  'director',
  'subscriber',
  'phone',
  'email',
  'address',
  'monthly',
  'once',
  'services',
] as const;

export type Placeholder = (typeof placeholders)[number];

const known: ReadonlySet<string> = new Set(placeholders);

/** Names in a text that nothing fills, each once. */
export function unknownIn(body: string): string[] {
  const named = [...body.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map(([, name = '']) => name);
  return [...new Set(named)].filter((name) => !known.has(name));
}
