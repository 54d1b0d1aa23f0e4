import { formatMoney } from '../../../ui/format.ts';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Cost } from '../client.ts';
import { useSalesWords } from '../use-sales-words.ts';
import { monthWords } from './figure-words.ts';

type Props = { costs: readonly Cost[]; currency: string; onPick: (cost: Cost) => void };

const MOST_SHOWN = 8;

/** What was written down lately; a click takes it into the form. */
export const CostList = ({ costs, currency, onPick }: Props) => {
  const t = useTexts('sales');
  const { sources } = useSalesWords();
  if (costs.length === 0) return null;
  return (
    <div style={{ marginTop: 16 }}>
      <PickList>
        {costs.slice(0, MOST_SHOWN).map((cost) => {
          const { month, kind, sourceId, campaign, amountMinor, note } = cost;
          const source = sources.find(({ value }) => value === String(sourceId))?.label;
          return (
            <PickRow
              key={`${month} ${kind} ${sourceId} ${campaign}`}
              title={`${monthWords(month)} · ${source ?? t('economics.ofAll')}`}
              text={[t(`economics.kinds.${kind}`), campaign, note]
                .filter((one) => one !== '')
                .join(' · ')}
              onPick={() => onPick(cost)}
            >
              <b className="tabular">{formatMoney(amountMinor, currency)}</b>
            </PickRow>
          );
        })}
      </PickList>
    </div>
  );
};
