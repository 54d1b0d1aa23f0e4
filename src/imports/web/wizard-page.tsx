import { useParams } from 'react-router';
import { useLiveRefresh } from '../../ui/live.ts';
import { Badge } from '../../ui/show/badge.tsx';
import { Page } from '../../ui/show/page.tsx';
import { useTexts } from '../../ui/texts.ts';
import { type OfImport, useRead } from './client.ts';
import { DropImport } from './drop-import.tsx';
import { Loaded } from './loaded.tsx';
import { isDroppable, stateTones } from './states.ts';
import { Wizard } from './wizard.tsx';

/** One import from its file to what came of it; where it stands is the server's to say. */
export const Component = () => {
  const t = useTexts('imports');
  const id = Number(useParams()['id']);
  const read = useRead('GET /api/imports/{id}', { id });
  useLiveRefresh(['imports.*'], ['/api/imports']);
  return (
    <Page
      title={read.data?.fileName ?? t('nav')}
      backTo="/imports"
      layout="padded"
      marks={read.data ? <State imported={read.data} /> : undefined}
      actions={
        read.data && isDroppable(read.data) ? <DropImport imported={read.data} /> : undefined
      }
    >
      <Loaded read={read}>{(imported) => <Wizard imported={imported} />}</Loaded>
    </Page>
  );
};

const State = ({ imported: { state } }: OfImport) => {
  const t = useTexts('imports');
  return <Badge tone={stateTones[state]}>{t(`states.${state}`)}</Badge>;
};
