import { Link } from 'react-router';
import { formatNo, formatPhone } from '../../../ui/format.ts';
import { type Fact, Facts } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { OpenLead } from '../client.ts';

/** What a lead says of itself, and what became of it. */
export const LeadFacts = ({ lead }: { lead: OpenLead }) => {
  const t = useTexts('sales');
  const may = useMay();
  const { conversation, dealId } = lead;
  const address = [lead.address, lead.flat].filter(Boolean).join(', ');
  const facts: Fact[] = [
    {
      label: t('fields.phone'),
      value: lead.phone === '' ? '' : <a href={`tel:${lead.phone}`}>{formatPhone(lead.phone)}</a>,
    },
    { label: t('fields.email'), value: lead.email },
    {
      label: t('fields.address'),
      value:
        address === '' || !may('network.check') ? (
          address
        ) : (
          <Link to={`/address-check?${new URLSearchParams({ text: address })}`}>{address}</Link>
        ),
    },
    { label: t('fields.wanted'), value: lead.wanted },
    { label: t('fields.sourceId'), value: lead.source?.name },
    { label: t('fields.campaign'), value: lead.campaign },
    { label: t('fields.dealerId'), value: lead.dealer?.name },
    { label: t('fields.referralCode'), value: lead.referralCode },
    {
      label: t('deals.conversation'),
      value: conversation ? (
        <Link to={`/conversations/${conversation.id}?queue=all`}>
          {formatNo(conversation.number)}
        </Link>
      ) : null,
    },
    {
      label: t('deals.deal'),
      value: dealId === null ? null : <Link to={`/deals/${dealId}`}>{formatNo(dealId)}</Link>,
    },
    { label: t('fields.lostReasonId'), value: lead.declineReason?.name },
    { label: t('fields.lostNote'), value: lead.declineNote },
  ];
  return <Facts facts={facts} />;
};
