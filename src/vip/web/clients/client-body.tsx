import type { Client } from '../client.ts';
import { ClientEvents } from '../events/client-events.tsx';
import { ClientGifts } from '../gifts/client-gifts.tsx';
import { ClientOccasions } from '../occasions/client-occasions.tsx';
import { ClientGroup } from '../groups/client-group.tsx';
import { ClientRuns } from '../playbooks/client-runs.tsx';
import { ClientTerms } from '../terms/client-terms.tsx';
import { Escalations } from '../sheet/escalations.tsx';
import css from '../vip.module.css';
import { ClientFacts } from './client-facts.tsx';
import { LeadForm } from './lead-form.tsx';
import { Overrides } from './overrides.tsx';

/** Why somebody is of the programme, who leads them, their terms, days and gifts. */
export const ClientBody = ({ client }: { client: Client }) => (
  <div className={css.page}>
    <div className={css.two}>
      <ClientFacts client={client} />
      <LeadForm key={client.version} client={client} />
    </div>
    <Escalations subscriberId={client.id} />
    {client.kind === 'organisation' ? <ClientGroup id={client.id} /> : null}
    <ClientTerms id={client.id} />
    <ClientOccasions id={client.id} />
    <ClientGifts id={client.id} />
    <ClientEvents id={client.id} />
    <ClientRuns id={client.id} />
    <Overrides client={client} />
  </div>
);
