import { formatMoney } from '../../../ui/format.ts';
import { CardSection, Facts } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { Agreed } from './agreed.tsx';
import type { Guided } from './use-guided.ts';
import css from './guided.module.css';

const KBPS = 1000;

/** What was said so far, so that nobody asks twice: the needs, the place, what is chosen. */
export const Known = ({ sale }: { sale: Guided }) => {
  const t = useTexts('sales');
  const { needs, told, place, currency } = sale;
  const { people, devices, uses, speedNowKbps, budgetMinor } = needs;
  const of = (filling: Guided['told'][number], words: string): string =>
    told.includes(filling) ? words : '';
  const facts = [
    { label: t('fields.address'), value: place.text },
    { label: t('guided.asked.people'), value: of('people', String(people)) },
    { label: t('guided.asked.devices'), value: of('devices', String(devices)) },
    {
      label: t('guided.asked.uses'),
      value: of('uses', uses.map((use) => t(`guided.uses.${use}`)).join(', ')),
    },
    {
      label: t('guided.asked.speedNow'),
      value: speedNowKbps === null ? null : t('guided.megabits', { speed: speedNowKbps / KBPS }),
    },
    {
      label: t('guided.asked.budget'),
      value: budgetMinor === null ? null : formatMoney(budgetMinor, currency),
    },
  ].filter(({ value }) => value !== null && value !== '');
  if (facts.length === 0) return null;
  return (
    <aside>
      <CardSection title={t('guided.known')}>
        <Facts facts={facts} />
        {sale.taken && sale.step.kind !== 'end' && sale.state === 'open' ? (
          <div className={css.taken}>
            <Agreed sale={sale} />
          </div>
        ) : null}
      </CardSection>
    </aside>
  );
};
