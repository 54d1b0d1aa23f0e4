import { useNavigate, useParams } from 'react-router';
import { useRefresh } from '../../../ui/query.ts';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { call, segmentPaths, useRead } from '../client.ts';
import { Builder } from './builder.tsx';
import { useFields } from './use-fields.ts';

/** Changes what a segment asks and what it is called. */
export const Component = () => {
  const t = useTexts('segments');
  const id = Number(useParams()['id']);
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { list, isReady, error } = useFields();
  const read = useRead('GET /api/segments/{id}', { id }, { staleMs: 0 });
  const path = `/segments/${id}`;
  const failure = read.error ?? error;
  return (
    <Page title={read.data?.name ?? t('list.edit')} backTo={path} layout="padded">
      {failure ? <ErrorState failure={failure} /> : null}
      {isReady && read.data ? (
        <Builder
          key={read.data.version}
          list={list}
          initial={read.data}
          save={async ({ name, note, kind, isBadge, everyMinutes, condition }) => {
            const body = { name, note, kind, isBadge, everyMinutes };
            const { version } = read.data;
            await call('PUT /api/segments/{id}', {
              ...body,
              id,
              version,
              ...(condition ? { condition } : {}),
            });
            return { id };
          }}
          onSaved={() => {
            void refresh(...segmentPaths);
            void navigate(path);
          }}
          onCancel={() => void navigate(path)}
        />
      ) : null}
    </Page>
  );
};
