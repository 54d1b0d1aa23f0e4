import { Badge } from '../../ui/show/badge.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { Client } from './client.ts';

type Marked = Pick<Client, 'tier' | 'isCorporate'> & { state: string };

/** Gold for members, whichever tier; a candidate and a former one in grey. */
export const VipMark = ({ state, tier, isCorporate }: Marked) => {
  const t = useTexts('vip');
  return (
    <>
      {tier === null ? null : <Badge tone="gold">{t(`choices.tier.${tier}`)}</Badge>}
      {state === 'candidate' || state === 'former' ? (
        <Badge>{t(`choices.state.${state}`)}</Badge>
      ) : null}
      {isCorporate ? <Badge tone="violet">{t('fields.isCorporate')}</Badge> : null}
    </>
  );
};
