import { majorOf, minorOf } from '../../../ui/format.ts';
import type { Terms } from '../client.ts';

/** What a form holds of terms of connection: sums in major units. */
export type TermsValues = {
  name: string;
  base: number | undefined;
  metre: number | undefined;
  includedMetres: number | undefined;
  longestMetres: number | undefined;
  mostParts: number | undefined;
  freeFrom: number | undefined;
};

export const termsValues = (terms: Terms | null, currency: string): TermsValues => {
  const major = (minor: number | null | undefined): number | undefined =>
    minor == null ? undefined : majorOf(minor, currency);
  return {
    name: terms?.name ?? '',
    base: major(terms?.baseMinor),
    metre: major(terms?.metreMinor),
    includedMetres: terms?.includedMetres,
    longestMetres: terms?.longestMetres ?? undefined,
    mostParts: terms?.mostParts,
    freeFrom: major(terms?.freeFromMinor),
  };
};

export const termsBody = (values: TermsValues, currency: string) => ({
  name: values.name,
  baseMinor: minorOf(values.base ?? 0, currency),
  metreMinor: minorOf(values.metre ?? 0, currency),
  includedMetres: values.includedMetres ?? 0,
  longestMetres: values.longestMetres ?? null,
  mostParts: values.mostParts ?? 1,
  freeFromMinor: values.freeFrom === undefined ? null : minorOf(values.freeFrom, currency),
});
