import { Money } from '../../../ui/show/money.tsx';
import { Box, CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Checked } from '../client.ts';
import { useWords } from '../words.ts';
import css from './check.module.css';

/** Tariffs that the lines of a house bear, the fastest first. */
export const Tariffs = ({ tariffs }: { tariffs: Checked['tariffs'] }) => {
  const t = useTexts('network');
  const words = useWords();
  if (tariffs.length === 0) return null;
  return (
    <Box>
      <CardSection title={t('check.tariffs')}>
        <ul className={css.tariffs}>
          {tariffs.map(({ versionId, name, speedKbps, monthlyFeeMinor, currency }) => (
            <li key={versionId}>
              <span>{name}</span>
              <span className="dim">{words.speed(speedKbps)}</span>
              <span className="tabular">
                <Money amountMinor={monthlyFeeMinor} currency={currency} /> {t('perMonth')}
              </span>
            </li>
          ))}
        </ul>
      </CardSection>
    </Box>
  );
};
