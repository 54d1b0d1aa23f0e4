import { Problem } from '../../../ui/problem.ts';

/** What the form of a newcomer asks for beside the record itself. */
export type Belongings = {
  phone: string;
  otherPhone: string;
  email: string;
  address: string;
  passport: string;
};

const contactFields = ['phone', 'otherPhone', 'email'] as const;

const isTyped = (text: string): boolean => text.trim() !== '';

/** The same as the route takes it: only what was typed. */
export function belongingsOf(values: Belongings) {
  return {
    contacts: contactFields
      .filter((field) => isTyped(values[field]))
      .map((field) => ({
        kind: field === 'email' ? ('email' as const) : ('phone' as const),
        value: values[field],
      })),
    addresses: isTyped(values.address) ? [{ text: values.address }] : [],
    documents: isTyped(values.passport)
      ? [{ kind: 'passport' as const, number: values.passport }]
      : [],
  };
}

/** A complaint about `contacts.1.value` belongs to the field that became the second contact. */
export function fieldsAsTyped(problem: unknown, values: Belongings): unknown {
  if (!(problem instanceof Problem)) return problem;
  const typed = contactFields.filter((field) => isTyped(values[field]));
  const fields = Object.entries(problem.fields).map(([path, text]) => {
    const [, at] = /^contacts\.(\d+)\./.exec(path) ?? [];
    return [at === undefined ? path : (typed[Number(at)] ?? path), text];
  });
  const { status, code, message: title } = problem;
  return new Problem({ status, code, title, fields: Object.fromEntries(fields) as never });
}
