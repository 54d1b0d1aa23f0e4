import { formatDay, formatMoney } from '../../ui/format.ts';
import { Badge } from '../../ui/show/badge.tsx';
import { PickRow } from '../../ui/show/pick-list.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { Version } from './client.ts';
import { useTermsWords } from './terms-words.ts';

/** A version: its fee, its terms in words, and how many have it. */
export const VersionRow = ({ version }: { version: Version }) => {
  const t = useTexts('catalog');
  const wordsOf = useTermsWords();
  return (
    <PickRow
      title={t('version', {
        number: version.version,
        fee: formatMoney(version.monthlyFeeMinor, version.currency),
        on: formatDay(version.validFrom),
      })}
      text={wordsOf(version).join(' · ')}
    >
      <Badge tone={version.held > 0 ? 'teal' : 'gray'}>{t('held', { count: version.held })}</Badge>
    </PickRow>
  );
};
