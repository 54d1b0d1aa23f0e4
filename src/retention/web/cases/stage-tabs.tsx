import { Segmented } from '../../../ui/show/segmented.tsx';
import type { Condition } from '../../../ui/table/contract.ts';
import type { List } from '../../../ui/table/model.ts';
import { useTexts } from '../../../ui/texts.ts';
import css from './desk.module.css';

const state = (value: 'open' | 'closed') => ({ field: 'state', op: 'is', value }) as const;
const leaving: Condition = { field: 'stage', op: 'in', value: ['leaving'] };

/** What waits, who is on the way out, what is over; the closed would fill the first page. */
export const stageFilters = {
  open: state('open'),
  leaving: { all: [state('open'), leaving] },
  closed: state('closed'),
} satisfies Record<string, Condition>;
type Tab = keyof typeof stageFilters | 'all';
const tabs = ['open', 'leaving', 'closed', 'all'] as const;

/** The list of cases by how they stand. */
export const StageTabs = ({ list }: { list: List }) => {
  const t = useTexts('retention');
  const { filter } = list.query;
  const chosen = Object.entries(stageFilters).find(
    ([, one]) => JSON.stringify(one) === JSON.stringify(filter),
  )?.[0];
  return (
    <div className={css.tabs}>
      <Segmented<string>
        label={t('fields.stage')}
        value={filter ? (chosen ?? '') : 'all'}
        options={tabs.map((value) => ({ value, label: t(`cases.tabs.${value}`) }))}
        onChange={(value) => list.change({ filter: filterOf(value as Tab) })}
      />
    </div>
  );
};

const filterOf = (tab: Tab): Condition | undefined =>
  tab === 'all' ? undefined : stageFilters[tab];
