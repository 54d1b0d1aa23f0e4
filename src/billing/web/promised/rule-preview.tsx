import type { InputOf } from '../../../ui/call.ts';
import { formatNumber } from '../../../ui/format.ts';
import { Badge, type Tone } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { api } from '../../api.ts';
import { useWrite, type PromisePreview } from '../client.ts';
import { LookOver } from '../rules/look-over.tsx';

type Props = { body: InputOf<typeof api, 'POST /api/promise-rules/preview'> };
type One = PromisePreview['sample'][number];

const tones: Record<One['what'], Tone> = { gains: 'green', loses: 'red', changes: 'amber' };

/** Whom the rule as it stands in the form would touch, counted over all accounts. */
export const RulePreview = ({ body }: Props) => {
  const t = useTexts('billing');
  const look = useWrite('POST /api/promise-rules/preview', []);
  const seen = look.data;
  const textOf = ({ what, why }: One): string => {
    const words = why.map((one) => one.words).join(' ');
    return what === 'gains' && words !== ''
      ? t('promises.rules.preview.was', { why: words })
      : words;
  };
  const shown = (given: PromisePreview) => {
    const kinds = (['gains', 'loses', 'changes'] as const).filter((kind) => given[kind] > 0);
    const counted = { before: formatNumber(given.before), after: formatNumber(given.after) };
    return {
      count: t('promises.rules.preview.count', counted),
      says:
        kinds.length === 0
          ? t('promises.rules.preview.nobody')
          : kinds
              .map((kind) => t(`promises.rules.preview.${kind}`, { count: given[kind] }))
              .join(', '),
      sample: given.sample.map((one) => ({
        accountId: one.accountId,
        account: one.account,
        text: textOf(one),
        sign: <Badge tone={tones[one.what]}>{t(`promises.rules.preview.what.${one.what}`)}</Badge>,
      })),
    };
  };
  return (
    <LookOver
      look={() => look.mutateAsync(body)}
      isLooking={look.isPending}
      words={t(seen ? 'promises.rules.preview.again' : 'promises.rules.preview.look')}
      hint={t('promises.rules.preview.hint')}
      seen={seen ? shown(seen) : null}
    />
  );
};
