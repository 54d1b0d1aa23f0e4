import { Link } from 'react-router';
import { formatDay, formatMoney, formatNo, formatNumber } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { Totals } from '../../../ui/show/totals.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useCurrency } from '../../../ui/viewer.tsx';
import type { Group } from '../client.ts';
import { VipMark } from '../marks.tsx';

type Member = Group['members'][number];

const STEP_PX = 18;

const sumOf = (member: Member, of: 'monthlyMinor' | 'lines'): number =>
  member.accounts.reduce((sum, one) => sum + one[of], 0);
const debtOf = ({ accounts }: Member): number =>
  accounts.reduce((sum, { balanceMinor }) => sum + Math.max(0, -balanceMinor), 0);
const endOf = ({ accounts }: Member): string | null =>
  accounts
    .flatMap(({ endsOn }) => (endsOn === null ? [] : [endsOn]))
    .toSorted()
    .at(0) ?? null;

/** Who is of the group, each below whom it belongs to, with what it pays, owes and waits for. */
export const GroupTree = ({ group }: { group: Group }) => {
  const t = useTexts('vip');
  const currency = useCurrency();
  const { members, isWhole } = group;
  const money = (minor: number): string => formatMoney(minor, currency);
  const all = (of: (member: Member) => number): number =>
    members.reduce((sum, one) => sum + of(one), 0);
  return (
    <>
      <Totals
        totals={[
          { key: 'members', label: t('groups.member'), value: formatNumber(members.length) },
          {
            key: 'accounts',
            label: t('groups.accounts'),
            value: formatNumber(all(({ accounts }) => accounts.length)),
          },
          {
            key: 'monthly',
            label: t('groups.monthly'),
            value: money(all((one) => sumOf(one, 'monthlyMinor'))),
          },
          { key: 'debt', label: t('groups.debt'), value: money(all(debtOf)) },
          {
            key: 'open',
            label: t('groups.questions'),
            value: formatNumber(all(({ open }) => open)),
          },
        ]}
      />
      <FigureTable<Member>
        title={t('groups.title')}
        empty={t('groups.none')}
        rule={[t('groups.rule'), isWhole ? '' : t('groups.part')].filter(Boolean).join(' ')}
        rows={members}
        keyOf={({ id }) => String(id)}
        columns={[
          { key: 'member', label: t('groups.member'), show: nameOf },
          { key: 'led', label: t('groups.led'), isWords: true, show: ({ acting }) => acting },
          {
            key: 'accounts',
            label: t('groups.accounts'),
            show: ({ accounts }) => formatNumber(accounts.length),
          },
          {
            key: 'lines',
            label: t('groups.lines'),
            show: (one) => formatNumber(sumOf(one, 'lines')),
          },
          {
            key: 'monthly',
            label: t('groups.monthly'),
            isStrong: true,
            show: (one) => money(sumOf(one, 'monthlyMinor')),
          },
          { key: 'debt', label: t('groups.debt'), show: (one) => money(debtOf(one)) },
          { key: 'open', label: t('groups.questions'), show: ({ open }) => formatNumber(open) },
          { key: 'ends', label: t('groups.ends'), show: (one) => dayOrNone(endOf(one)) },
        ]}
      />
    </>
  );
};

const dayOrNone = (day: string | null): string | null => (day === null ? null : formatDay(day));

const nameOf = (member: Member) => <Name member={member} />;

const Name = ({ member }: { member: Member }) => {
  const { id, name, depth, isClient, tier, isCorporate } = member;
  return (
    <span style={{ paddingLeft: depth * STEP_PX, display: 'inline-flex', gap: 6 }}>
      <Link to={isClient ? `/vip/clients/${id}` : `/subscribers/${id}`}>
        {name || formatNo(id)}
      </Link>
      <VipMark state="member" tier={tier} isCorporate={isCorporate} />
    </span>
  );
};
