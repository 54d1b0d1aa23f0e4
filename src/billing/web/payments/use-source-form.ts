import { useForm } from '../../../ui/form/use-form.ts';
import { majorOf, minorOf } from '../../../ui/format.ts';
import { useCurrency } from '../../../ui/viewer.tsx';
import { madeSources, type SourceKind } from '../../api/payment-kinds.ts';
import { isCaller } from '../../api/source-guards.ts';
import { useWrite, type PaymentSource } from '../client.ts';

type Values = {
  kind: SourceKind | null;
  name: string;
  login: string;
  password: string;
  addresses: string;
  shopId: string;
  secretKey: string;
  accountField: string;
  apiUrl: string;
  bankAccount: string;
  leastMinor: number | undefined;
  mostMinor: number | undefined;
  isEnabled: boolean;
};

/** Those that are there by themselves nobody adds. */
const madeOf = (kind: SourceKind | null) => madeSources.find((one) => one === kind) ?? 'osmp';

const fieldsOf = (values: Values, currency: string) => {
  const { name, login, password, addresses, leastMinor, mostMinor, isEnabled } = values;
  const isLetIn = values.kind === 'osmp' && login.trim() !== '';
  return {
    name,
    login: isLetIn ? login : null,
    addresses:
      values.kind !== null && isCaller(values.kind)
        ? addresses.split(/[\s,;]+/).filter(Boolean)
        : [],
    leastMinor: leastMinor === undefined ? 1 : minorOf(leastMinor, currency),
    mostMinor: mostMinor === undefined ? null : minorOf(mostMinor, currency),
    isEnabled,
    ...(isLetIn && password !== '' ? { password } : {}),
    ...(values.kind === 'bank' ? bankOf(values) : {}),
    ...(values.kind === 'yookassa' ? gatewayOf(values) : {}),
  };
};

const bankOf = ({ bankAccount }: Values) => {
  const account = bankAccount.replaceAll(/\s/g, '').toUpperCase();
  return { bankAccount: account === '' ? null : account };
};

const gatewayOf = ({ shopId, accountField, apiUrl, secretKey }: Values) => ({
  gateway: { shopId: shopId.trim(), accountField: accountField.trim(), apiUrl: apiUrl.trim() },
  ...(secretKey === '' ? {} : { secretKey }),
});

/** The form of a source, new or to be changed. A key or password that is left empty stays. */
export const useSourceForm = (source: PaymentSource | null, onClose: () => void) => {
  const ofOperator = useCurrency();
  const currency = source?.currency ?? ofOperator;
  const paths = ['/api/payment-sources', '/api/payments'];
  const add = useWrite('POST /api/payment-sources', paths);
  const change = useWrite('PUT /api/payment-sources/{id}', paths);
  const most = source?.mostMinor ?? null;
  return useForm<Values, unknown>({
    initial: {
      kind: source?.kind ?? 'osmp',
      name: source?.name ?? '',
      login: source?.login ?? '',
      password: '',
      addresses: source?.addresses.join('\n') ?? '',
      shopId: source?.gateway?.shopId ?? '',
      secretKey: '',
      accountField: source?.gateway?.accountField ?? 'account',
      apiUrl: source?.gateway?.apiUrl ?? 'https://api.yookassa.ru/v3',
      bankAccount: source?.bankAccount ?? '',
      leastMinor: majorOf(source?.leastMinor ?? 100, currency),
      mostMinor: most === null ? undefined : majorOf(most, currency),
      isEnabled: source?.isEnabled ?? true,
    },
    save: (values) => {
      const fields = fieldsOf(values, currency);
      return source
        ? change.mutateAsync({ id: source.id, version: source.version, ...fields })
        : add.mutateAsync({ kind: madeOf(values.kind), ...fields });
    },
    onSaved: onClose,
  });
};
