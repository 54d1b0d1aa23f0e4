type Texts = (key: string) => string;

const variable = /\{\{\s*([^{}\s][^{}]*?)\s*\}\}/g;

/** A variable as people read and type it in their language: `{{name}}` is `{{имя}}`. */
export const shownText = (text: string, keys: readonly string[], t: Texts): string =>
  text.replaceAll(variable, (whole, name: string) =>
    keys.includes(name) ? `{{${t(`templates.variables.${name}`)}}}` : whole,
  );

/** What people typed, with the variables as they are kept. */
export const keptText = (text: string, keys: readonly string[], t: Texts): string =>
  text.replaceAll(variable, (whole, word: string) => {
    const meant = word.toLocaleLowerCase();
    const key = keys.find(
      (one) => one === meant || t(`templates.variables.${one}`).toLocaleLowerCase() === meant,
    );
    return key === undefined ? whole : `{{${key}}}`;
  });

/** A text with what is known put in; what is not known stays as people read it. */
export const filledText = (
  text: string,
  values: Readonly<Record<string, string | null>>,
  t: Texts,
): string =>
  shownText(
    text.replaceAll(variable, (whole, name: string) => values[name] ?? whole),
    Object.keys(values),
    t,
  );

/** What is left to fill in by hand, as it stands in the text. */
export const unfilledIn = (text: string): string[] => [
  ...new Set([...text.matchAll(variable)].map(([whole]) => whole)),
];
