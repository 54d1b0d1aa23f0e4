import { useMay } from '../../../ui/viewer.tsx';
import type { Service } from '../client.ts';
import { DebtLine } from '../dunning/debt-line.tsx';
import { TrustLine } from '../trust/trust-line.tsx';

/** With how much an account is trusted, and since when it is short of money. */
export const CreditLines = ({ accountId, service }: { accountId: number; service: Service }) => {
  const may = useMay();
  return (
    <>
      {may('billing.promise') ? <TrustLine accountId={accountId} /> : null}
      <DebtLine accountId={accountId} maySet={service.may.serve} />
    </>
  );
};
