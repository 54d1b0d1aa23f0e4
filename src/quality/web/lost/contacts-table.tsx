import { Link } from 'react-router';
import { formatDuration, formatInstant, formatLeft, formatMoney } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { LostContact, LostLine } from '../client.ts';

type Key = LostLine['key'];
type Props = { process: Key; contacts: readonly LostContact[]; currency: string };

const paths: Readonly<Record<LostContact['kind'], string>> = {
  conversation: '/conversations',
  deal: '/deals',
  case: '/cases',
  ticket: '/tickets',
  account: '/accounts',
  subscriber: '/subscribers',
};

/** Contacts, each leading to what it is known by. */
export const ContactsTable = ({ process, contacts, currency }: Props) => {
  const t = useTexts('quality');
  return (
    <FigureTable<LostContact>
      title={t('lost.contacts')}
      rows={contacts}
      keyOf={({ id }) => String(id)}
      empty={t('lost.noContacts')}
      rule={t('lost.rowsRule')}
      columns={[
        { key: 'contact', label: t('lost.contact'), show: (one) => contactLink(one) },
        { key: 'who', label: t('lost.who'), isWords: true, show: whoOf },
        { key: 'at', label: t('lost.at'), isWords: true, show: ({ at }) => formatInstant(at) },
        {
          key: 'why',
          label: t('lost.whyCounts'),
          isWords: true,
          show: (one) => whyOf(process, one, currency),
        },
        {
          key: 'outcome',
          label: t('lost.outcome'),
          isWords: true,
          show: (one) => outcomeOf(process, one),
        },
        {
          key: 'worth',
          label: t('lost.worth'),
          show: ({ worthMinor }) => (worthMinor === null ? '—' : formatMoney(worthMinor, currency)),
        },
        {
          key: 'once',
          label: t('lost.once'),
          isWords: true,
          show: ({ isOnce }) => (isOnce ? t('lost.isOnce') : t('lost.isTwice')),
        },
      ]}
    />
  );
};

/** Who they are: a subscriber, or the buyer of a deal; somebody unknown has no name. */
const whoOf = ({ subscriberId, dealId, name }: LostContact) => {
  if (subscriberId !== null) return <Link to={`/subscribers/${subscriberId}`}>{name}</Link>;
  return dealId === null ? '—' : <Link to={`/deals/${dealId}`}>{name}</Link>;
};

const contactLink = (contact: LostContact) => <ContactLink contact={contact} />;
const whyOf = (process: Key, contact: LostContact, currency: string) => (
  <Why process={process} contact={contact} currency={currency} />
);
const outcomeOf = (process: Key, contact: LostContact) => (
  <Outcome process={process} contact={contact} />
);

const ContactLink = ({ contact: { kind, refId, number } }: { contact: LostContact }) => {
  const t = useTexts('quality');
  return (
    <Link to={`${paths[kind]}/${refId}`}>
      {t(`lost.kinds.${kind}`)} {number}
    </Link>
  );
};

type WhyProps = { process: Key; contact: LostContact; currency: string };

/** What went wrong with it. */
const Why = ({ process, contact: { amount }, currency }: WhyProps) => {
  const t = useTexts('quality');
  if (process === 'callbacks') {
    if (amount === null) return t('lost.why.never');
    return t('lost.why.callbacks', { time: formatDuration(amount) });
  }
  if (process === 'norms') {
    if (amount === null) return t('lost.why.unsolved');
    return t('lost.why.norms', { time: formatLeft(amount) });
  }
  if (process === 'prices') {
    return t('lost.why.prices', { sum: formatMoney(amount ?? 0, currency) });
  }
  return t(`lost.why.${process}`);
};

const buys: readonly Key[] = ['callbacks', 'recommendations', 'pitches'];

/** What came of it, once that is known. */
const Outcome = ({ process, contact: { isGood } }: Omit<WhyProps, 'currency'>) => {
  const t = useTexts('quality');
  if (isGood === null) return <span className="dim">{t('lost.outcomes.unknown')}</span>;
  const isBuying = buys.includes(process);
  const good = isBuying ? 'bought' : 'stayed';
  const bad = isBuying ? 'not_bought' : 'left';
  return <Badge tone={isGood ? 'green' : 'red'}>{t(`lost.outcomes.${isGood ? good : bad}`)}</Badge>;
};
