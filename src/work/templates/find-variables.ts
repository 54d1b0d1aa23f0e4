export const variable = /\{\{\s*([^{}\s][^{}]*?)\s*\}\}/g;

/** Names of the variables in a text, each once, in their order. */
export const variablesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(variable)].map(([, name = '']) => name)),
];
