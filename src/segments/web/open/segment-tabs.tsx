import { useSearchParams } from 'react-router';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { OpenSegment } from '../client.ts';
import { Compare } from './compare.tsx';
import { History } from './history.tsx';
import { Members } from './members.tsx';
import { Norms } from './norms.tsx';
import css from './open.module.css';

const tabs = ['members', 'history', 'compare', 'norms'] as const;
type Tab = (typeof tabs)[number];

/** Who is in it, its size, how it differs, what it is promised: one, which the address holds. */
export const SegmentTabs = ({ segment }: { segment: OpenSegment }) => {
  const t = useTexts('segments');
  const [params, setParams] = useSearchParams();
  const tab = tabs.find((one) => one === params.get('tab')) ?? 'members';
  return (
    <>
      <div className={css.tabs}>
        <Segmented<Tab>
          label={t('open.tabs')}
          value={tab}
          options={tabs.map((value) => ({ value, label: t(`open.${value}`) }))}
          onChange={(value) => setParams({ tab: value }, { replace: true })}
        />
      </div>
      {tab === 'members' ? <Members segment={segment} /> : null}
      {tab === 'members' ? null : (
        <div className={`${css.body} scroll`}>
          {tab === 'history' ? <History segment={segment} /> : null}
          {tab === 'compare' ? <Compare segment={segment} /> : null}
          {tab === 'norms' ? <Norms segment={segment} /> : null}
        </div>
      )}
    </>
  );
};
