import { distance } from 'fastest-levenshtein';
import { foldText } from '../../kernel/search/fold-text.ts';
import type { SubscriberKind } from '../api/kinds.ts';
import type { PersonName } from '../contacts/person-name.ts';
import { matchNames, type NameMatch } from './name-match.ts';

/** What is compared of a subscriber; everything is in its canonical form. */
export type SimilarityRecord = {
  kind: SubscriberKind;
  /** Of a person, or of the trader behind an ИП. */
  person: PersonName | null;
  /** Of an organisation, without its legal form. */
  organisation: string | null;
  phones: readonly string[];
  emails: readonly string[];
  /** Numbers of documents that name one person: `passport 6901 123456`. */
  documents: readonly string[];
  taxNumber: string | null;
  birthOn: string | null;
  /** Keys of premises, equal for the same flat. */
  addresses: readonly string[];
};

export type SimilarityReason =
  | 'same_tax_number'
  | 'same_document'
  | 'same_phone'
  | 'same_email'
  | 'same_address'
  | 'same_birth_date'
  | 'similar_birth_date'
  | 'same_name'
  | 'swapped_name'
  | 'similar_name'
  | 'initials_fit'
  | 'different_name'
  | 'different_gender'
  | 'different_birth_date'
  | 'different_tax_number'
  | 'different_kind';

/**
 * `duplicate`: safe to show as found; `probable`: a person should look; `household`: two persons
 * who live or call together; `different`: nothing to show.
 */
export type SimilarityVerdict = 'duplicate' | 'probable' | 'household' | 'different';

export type Similarity = { score: number; reasons: SimilarityReason[]; verdict: SimilarityVerdict };

/**
 * A full name with two of phone, e-mail and address, or with the birth date and one of them, is a
 * duplicate; with one of them it is probable. A full name alone is a namesake.
 */
export const similarityThresholds = { duplicate: 0.85, probable: 0.7 };

/** How far each agreement goes alone, as a share of certainty; they add up as independent ones. */
const weights: Partial<Record<SimilarityReason, number>> = {
  same_phone: 0.5,
  same_email: 0.5,
  same_address: 0.5,
  same_birth_date: 0.65,
  similar_birth_date: 0.3,
  same_name: 0.5,
  swapped_name: 0.45,
  similar_name: 0.42,
  initials_fit: 0.3,
};

/** Of organisations: one accountant's phone and one business centre serve many. */
const organisationWeights: typeof weights = {
  ...weights,
  same_phone: 0.35,
  same_email: 0.35,
  same_address: 0.3,
  same_name: 0.6,
  similar_name: 0.45,
};

/** A number that is given to one person or firm only. */
const identityShare = 0.95;

/** What is left of the rest when something speaks against it. */
const penalties: Partial<Record<SimilarityReason, number>> = {
  different_name: 0.25,
  different_gender: 0.25,
  different_birth_date: 0.3,
  different_tax_number: 0.15,
  different_kind: 0.3,
};

/** What is left of an identity number when the names differ: a relative's, or a slip in it. */
const identityWithOtherName = 0.75;

/** Compares two records; the order does not matter. */
export function scoreSimilarity(a: SimilarityRecord, b: SimilarityRecord): Similarity {
  const reasons = [...identityReasons(a, b), ...contactReasons(a, b), ...nameReasons(a, b)];
  const isOrganisation = a.kind === 'organisation' && b.kind === 'organisation';
  const shareOf = isOrganisation ? organisationWeights : weights;
  let doubt = 1;
  let left = 1;
  for (const reason of reasons) {
    doubt *= 1 - (shareOf[reason] ?? 0);
    left *= penalties[reason] ?? 1;
  }
  const isOther = reasons.includes('different_name') || reasons.includes('different_gender');
  const hasIdentity = reasons.includes('same_tax_number') || reasons.includes('same_document');
  const identity = hasIdentity ? identityShare * (isOther ? identityWithOtherName : 1) : 0;
  const score = Math.round(Math.max(identity, (1 - doubt) * left) * 1000) / 1000;
  const isApart = isOther || reasons.includes('different_birth_date');
  const areTwoPersons = a.kind === 'person' && b.kind === 'person' && isApart;
  return { score, reasons, verdict: verdictOf(score, reasons, areTwoPersons) };
}

function verdictOf(
  score: number,
  reasons: readonly SimilarityReason[],
  areTwoPersons: boolean,
): SimilarityVerdict {
  if (score >= similarityThresholds.duplicate) return 'duplicate';
  if (score >= similarityThresholds.probable) return 'probable';
  const isTogether = reasons.includes('same_address') || reasons.includes('same_phone');
  return isTogether && areTwoPersons ? 'household' : 'different';
}

function identityReasons(a: SimilarityRecord, b: SimilarityRecord): SimilarityReason[] {
  const reasons: SimilarityReason[] = [];
  if (a.taxNumber && b.taxNumber) {
    reasons.push(a.taxNumber === b.taxNumber ? 'same_tax_number' : 'different_tax_number');
  }
  // Passports are changed with age and name, so another number says nothing.
  if (shares(a.documents, b.documents)) reasons.push('same_document');
  return reasons;
}

function contactReasons(a: SimilarityRecord, b: SimilarityRecord): SimilarityReason[] {
  const reasons: SimilarityReason[] = [];
  if (shares(a.phones, b.phones)) reasons.push('same_phone');
  if (shares(a.emails, b.emails)) reasons.push('same_email');
  if (shares(a.addresses, b.addresses)) reasons.push('same_address');
  if (a.birthOn && b.birthOn) {
    if (a.birthOn === b.birthOn) reasons.push('same_birth_date');
    else if (isDateSlip(a.birthOn, b.birthOn)) reasons.push('similar_birth_date');
    else reasons.push('different_birth_date');
  }
  return reasons;
}

function nameReasons(a: SimilarityRecord, b: SimilarityRecord): SimilarityReason[] {
  const reasons: SimilarityReason[] = a.kind === b.kind ? [] : ['different_kind'];
  // An ИП is also the person behind it: the trader's name is compared first.
  if (a.person && b.person) return [...reasons, ...personReasons(matchNames(a.person, b.person))];
  const names = [foldText(a.organisation ?? ''), foldText(b.organisation ?? '')];
  const [first = '', second = ''] = names.map((name) => name.replaceAll(' ', ''));
  if (first === '' || second === '') return reasons;
  if (first === second) return [...reasons, 'same_name'];
  // One letter in seven: `Ромашка` and `Рамашка`, but not `Ромашка-1` and `Ромашка-2`.
  const isNear = distance(first, second) * 7 <= Math.min(first.length, second.length);
  const isSameNumber = digitsOf(first) === digitsOf(second);
  return [...reasons, isNear && isSameNumber ? 'similar_name' : 'different_name'];
}

function personReasons(match: NameMatch): SimilarityReason[] {
  const parts = [match.lastName, match.firstName, match.middleName];
  if (match.isOtherGender) return ['different_gender'];
  if (parts.includes('different')) return ['different_name'];
  if (match.isSwapped) return ['swapped_name'];
  if (match.lastName === 'unknown' && match.firstName === 'unknown') return [];
  const isWhole = match.lastName !== 'unknown' && match.firstName !== 'unknown';
  if (parts.includes('slip')) return isWhole ? ['similar_name'] : ['initials_fit'];
  return isWhole && !parts.includes('initial') ? ['same_name'] : ['initials_fit'];
}

/** One digit wrong, or day and month changed over. */
function isDateSlip(a: string, b: string): boolean {
  const [year, month, day] = a.split('-');
  return distance(a, b) === 1 || `${year}-${day}-${month}` === b;
}

function shares(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => one !== '' && b.includes(one));
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/gu, '');
}
