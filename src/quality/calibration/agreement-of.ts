import type { CardGroup, CardItem } from '../cards/groups.ts';
import type { Answer } from '../kinds.ts';
import { itemsOf, scoreCard } from '../reviews/score-card.ts';
import { asNames, asNumbers, cohenKappa, krippendorffAlpha } from './agreement.ts';

export type Said = { contactId: number; staffId: number; item: string; answer: Answer };
type Contact = { id: number; applies: readonly string[] };
type Asked = {
  groups: readonly CardGroup[];
  contacts: readonly Contact[];
  /** Those who have judged all. */
  staffIds: readonly number[];
  said: readonly Said[];
};

/** How far those who judged the same contacts agree, the items that they differ on most first. */
export function agreementOf({ groups, contacts, staffIds, said }: Asked) {
  const given = new Map(said.map((one) => [keyOf(one.contactId, one.staffId, one.item), one]));
  /** What each has answered to an item of a contact; nothing where it is not asked of it. */
  const rowOf = (contact: Contact, { key }: CardItem): (Answer | null)[] =>
    staffIds.map((staffId) => given.get(keyOf(contact.id, staffId, key))?.answer ?? null);
  const rowsOf = (item: CardItem) => contacts.map((contact) => rowOf(contact, item));
  const items = groups.flatMap((group) => group.items);
  const names = items.filter(({ scale }) => scale === 'yes_no').flatMap((item) => rowsOf(item));
  const scores = contacts.flatMap(({ id: contactId, applies }) =>
    staffIds.map((staffId) => {
      const answers = itemsOf(groups, applies).flatMap(({ key }) => {
        const one = given.get(keyOf(contactId, staffId, key));
        return one ? [[key, one.answer] as const] : [];
      });
      const { score } = scoreCard(groups, applies, new Map(answers));
      return { contactId, staffId, score };
    }),
  );
  return {
    kappa:
      staffIds.length === 2
        ? cohenKappa(names.map(([one = null, other = null]) => [one, other]))
        : null,
    alpha: krippendorffAlpha(names, asNames),
    scoreAlpha: krippendorffAlpha(
      contacts.map(({ id }) => scores.filter((one) => one.contactId === id).map((o) => o.score)),
      asNumbers,
    ),
    items: items
      .map((item) => ofItem(item, rowsOf(item)))
      .filter(({ contacts: of }) => of > 0)
      .toSorted((a, b) => b.differing / b.pairs - a.differing / a.pairs),
    scores,
  };
}

const keyOf = (contactId: number, staffId: number, item: string): string =>
  `${contactId} ${staffId} ${item}`;

function ofItem({ key, title, scale }: CardItem, rows: (Answer | null)[][]) {
  const units = rows
    .map((row) => row.filter((one) => one !== null))
    .filter(({ length }) => length > 1);
  const pairs = units.flatMap((unit) =>
    unit.flatMap((one, at) => unit.slice(at + 1).map((other) => one === other)),
  );
  return {
    item: key,
    title,
    scale,
    contacts: units.length,
    pairs: pairs.length,
    differing: pairs.filter((isSame) => !isSame).length,
    alpha:
      scale === 'points'
        ? krippendorffAlpha(pointsOf(rows), asNumbers)
        : krippendorffAlpha(rows, asNames),
  };
}

/** Points as numbers; that an item does not apply is no number of them. */
const pointsOf = (rows: (Answer | null)[][]): (number | null)[][] =>
  rows.map((row) => row.map((one) => (one === null || one === 'na' ? null : Number(one))));
