import { CardSection } from '../../../ui/show/facts.tsx';
import { PageHeader } from '../../../ui/show/page.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useRead } from '../api.ts';
import { VerifyPanel } from '../verifying/verify-panel.tsx';
import { KnownPerson, PersonWork } from './known-person.tsx';
import { Said } from './said-of-himself.tsx';
import { UnknownSender } from './unknown-sender.tsx';

/** The right pane: the subscriber as the base knows him, or the contact as he put himself down. */
export const PersonCard = ({ id }: { id: number }) => {
  const t = useTexts('conversations');
  const may = useMay();
  const { data } = useRead('GET /api/conversations/{id}', { id });
  if (!data) {
    return (
      <>
        <PageHeader title={t('desk.card')} />
        <CardSection>
          <SkeletonLine widthPx={200} />
        </CardSection>
      </>
    );
  }
  const isKnown = data.subscriberId !== null && may('subscribers.view');
  return (
    <>
      <PageHeader title={t('desk.card')} />
      <div className="scroll">
        <VerifyPanel conversation={data} />
        {isKnown ? (
          <KnownPerson conversation={data} />
        ) : (
          <>
            <Said conversation={data} />
            {data.subscriberId === null ? <UnknownSender conversation={data} /> : null}
            <PersonWork conversation={data} />
          </>
        )}
      </div>
    </>
  );
};
