import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatNo } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { Answer } from '../../kinds.ts';
import { itemsOf } from '../../reviews/score-card.ts';
import type { Agreement, Calibration, Item } from '../client.ts';
import { Given } from './given.tsx';
import { TargetDialog } from './target-dialog.tsx';

export type Spot = {
  key: string;
  contact: Calibration['contacts'][number];
  item: Item;
  said: Agreement['said'];
  target: Agreement['targets'][number] | undefined;
};

type Props = { one: Calibration; agreement: Agreement };

/** Who answered what, where they differ, and what all agreed on after talking it over. */
export const WhoSaidWhat = ({ one, agreement }: Props) => {
  const t = useTexts('quality');
  const may = useMay()('quality.manage');
  const [isWhole, setWhole] = useState(false);
  const [agreed, setAgreed] = useState<Spot>();
  const spots = spotsOf(one, agreement).filter(({ said }) => isWhole || isDiffering(said));
  return (
    <>
      <FigureTable<Spot>
        title={t('agreement.said')}
        empty={t('agreement.allSame')}
        rows={spots}
        keyOf={({ key }) => key}
        actions={
          <Checkbox
            label={t('agreement.whole')}
            checked={isWhole}
            onChange={(event) => setWhole(event.target.checked)}
          />
        }
        columns={[
          { key: 'item', label: t('cards.item'), show: ({ item }) => item.title },
          { key: 'contact', label: t('reviews.contact'), isWords: true, show: linkOf },
          ...one.people
            .filter(({ isDone }) => isDone)
            .map(({ id, name }) => ({
              key: String(id),
              label: name,
              isWords: true,
              show: ({ said }: Spot) => givenBy(said.find(({ staffId }) => staffId === id)),
            })),
          {
            key: 'target',
            label: t('agreement.target'),
            isWords: true,
            show: (spot) => targetOf(spot, may ? setAgreed : undefined),
          },
        ]}
      />
      {agreed ? <TargetDialog spot={agreed} onClose={() => setAgreed(undefined)} /> : null}
    </>
  );
};

function spotsOf({ card, contacts }: Calibration, { said, targets, items }: Agreement): Spot[] {
  const order = new Map(items.map(({ item }, at) => [item, at]));
  return contacts
    .flatMap((contact) =>
      itemsOf(card.groups, contact.applies).map((item) => ({
        key: `${contact.id} ${item.key}`,
        contact,
        item,
        said: said.filter((one) => one.contactId === contact.id && one.item === item.key),
        target: targets.find((one) => one.contactId === contact.id && one.item === item.key),
      })),
    )
    .toSorted((a, b) => (order.get(a.item.key) ?? 0) - (order.get(b.item.key) ?? 0));
}

const isDiffering = (said: Spot['said']): boolean =>
  new Set(said.map(({ answer }): Answer => answer)).size > 1;

const linkOf = ({ contact: { conversationId, number } }: Spot) => (
  <Link to={`/conversations/${conversationId}`}>{formatNo(number)}</Link>
);
const givenBy = (one: Spot['said'][number] | undefined) => (one ? <Given {...one} /> : '—');
const targetOf = (spot: Spot, onSet?: (spot: Spot) => void) => (
  <Target spot={spot} {...(onSet ? { onSet } : {})} />
);

const Target = ({ spot, onSet }: { spot: Spot; onSet?: (spot: Spot) => void }) => {
  const t = useTexts('quality');
  const { target } = spot;
  return (
    <>
      {target ? <Given {...target} /> : null}
      {onSet ? (
        <Button size="compact-xs" variant="subtle" onClick={() => onSet(spot)}>
          {target ? t('cards.change') : t('agreement.agree')}
        </Button>
      ) : null}
      {!target && !onSet ? '—' : null}
    </>
  );
};
