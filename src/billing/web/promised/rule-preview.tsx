import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { InputOf } from '../../../ui/call.ts';
import { formatNumber } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge, type Tone } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { api } from '../../api.ts';
import { useWrite, type PromisePreview } from '../client.ts';
import css from './promised.module.css';

type Props = { body: InputOf<typeof api, 'POST /api/promise-rules/preview'> };

/** Whom the rule as it stands in the form would touch, counted over all accounts. */
export const RulePreview = ({ body }: Props) => {
  const t = useTexts('billing');
  const look = useWrite('POST /api/promise-rules/preview', []);
  const seen = look.data;
  return (
    <div className={css.part}>
      <Button
        loading={look.isPending}
        onClick={() => void look.mutateAsync(body).catch(notifyProblem)}
      >
        {t(seen ? 'promises.rules.preview.again' : 'promises.rules.preview.look')}
      </Button>
      {seen ? <Seen seen={seen} /> : <p className="dim">{t('promises.rules.preview.hint')}</p>}
    </div>
  );
};

const tones: Record<PromisePreview['sample'][number]['what'], Tone> = {
  gains: 'green',
  loses: 'red',
  changes: 'amber',
};

const Seen = ({ seen }: { seen: PromisePreview }) => {
  const t = useTexts('billing');
  const { before, after, sample } = seen;
  const kinds = (['gains', 'loses', 'changes'] as const).filter((kind) => seen[kind] > 0);
  const counted = { before: formatNumber(before), after: formatNumber(after) };
  return (
    <>
      <p>
        <b>{t('promises.rules.preview.count', counted)}</b>{' '}
        {kinds.length === 0
          ? t('promises.rules.preview.nobody')
          : kinds
              .map((kind) => t(`promises.rules.preview.${kind}`, { count: seen[kind] }))
              .join(', ')}
      </p>
      {sample.length === 0 ? null : (
        <div className={css.past}>
          <PickList>
            {sample.map(({ accountId, account, what, why }) => {
              const words = why.map((one) => one.words).join(' ');
              return (
                <PickRow
                  key={accountId}
                  title={<Link to={`/accounts/${accountId}`}>{account}</Link>}
                  text={
                    what === 'gains' && words !== ''
                      ? t('promises.rules.preview.was', { why: words })
                      : words
                  }
                >
                  <Badge tone={tones[what]}>{t(`promises.rules.preview.what.${what}`)}</Badge>
                </PickRow>
              );
            })}
          </PickList>
        </div>
      )}
    </>
  );
};
