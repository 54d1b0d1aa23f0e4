import { formatNumber } from '../../../ui/format.ts';
import lines from '../../../ui/show/lines.module.css';
import { useTexts } from '../../../ui/texts.ts';
import type { Advisor } from '../client.ts';
import { signedMoney } from '../use-line-words.ts';
import css from './advisor.module.css';
import type { Asked } from './asking.tsx';
import { addUp } from './sums.ts';

type Props = { advisor: Advisor; asked: Asked; onProduct: (productId: number) => void };

const countOf = (accounts: number): string => (accounts === 0 ? '—' : formatNumber(accounts));

/** How many, and below it how much in a month; nothing is said as nothing. */
const Sums = (props: { kind: 'overpays' | 'underpaid'; sums: ReturnType<typeof addUp> }) => {
  const { kind, sums } = props;
  const some = sums.filter(({ accounts }) => accounts > 0);
  if (some.length === 0) return '—';
  return some.map(({ accounts, minor, currency }) => (
    <div key={currency}>
      {formatNumber(accounts)}
      <div className="dim">{signedMoney(kind === 'overpays' ? -minor : minor, currency)}</div>
    </div>
  ));
};

/** By tariff: how many have it, how many overpay or pay too little, and what it comes to. */
export const SumsTable = ({ advisor, asked, onProduct }: Props) => {
  const t = useTexts('billing');
  const tariffs = advisor.products.flatMap((product) => {
    const of = { fromMinor: 0, productId: product.id };
    const [all] = addUp(advisor, 'all', of);
    return all ? [{ ...product, all, of }] : [];
  });
  if (tariffs.length === 0 || asked.productId !== null) return null;
  const { fromMinor } = asked;
  return (
    <div className={`${lines.box} scroll`}>
      <table className={`${lines.lines} ${css.table}`} aria-label={t('advisor.sums')}>
        <thead>
          <tr>
            <th scope="col">{t('advisor.tariff')}</th>
            <th scope="col" className={css.sum}>
              {t('advisor.accounts')}
            </th>
            {(['overpays', 'underpaid'] as const).map((kind) => (
              <th key={kind} scope="col" className={css.sum}>
                {t(`advisor.kinds.${kind}`)}
              </th>
            ))}
            <th scope="col" className={css.sum}>
              {t('advisor.kinds.shared')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tariffs.map(({ id, name, all, of }) => (
            <tr key={id}>
              <td>
                <button type="button" className={css.opens} onClick={() => onProduct(id)}>
                  {name}
                </button>
              </td>
              <td className={css.sum}>{formatNumber(all.accounts)}</td>
              {(['overpays', 'underpaid'] as const).map((kind) => (
                <td key={kind} className={css.sum}>
                  <Sums
                    kind={kind}
                    sums={addUp(advisor, kind, {
                      ...of,
                      fromMinor: asked.kind === kind ? fromMinor : 0,
                    })}
                  />
                </td>
              ))}
              <td className={css.sum}>{countOf(addUp(advisor, 'shared', of)[0]?.accounts ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
