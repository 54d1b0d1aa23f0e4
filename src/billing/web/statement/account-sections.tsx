import { AdvisorSection } from '../advisor/advisor-section.tsx';
import type { Statement } from '../client.ts';
import { PapersSection } from '../papers/papers-section.tsx';
import { ServiceSection } from '../service/service-section.tsx';

/** What stands above an account's statement. */
export const AccountSections = ({ account }: { account: Statement['account'] }) => (
  <>
    <ServiceSection accountId={account.id} />
    <PapersSection account={account} />
    <AdvisorSection accountId={account.id} />
  </>
);
