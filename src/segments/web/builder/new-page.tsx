import { useNavigate } from 'react-router';
import { useRefresh } from '../../../ui/query.ts';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { call, segmentPaths } from '../client.ts';
import { Builder, type Values } from './builder.tsx';
import { useFields } from './use-fields.ts';

const empty: Values = {
  name: '',
  note: '',
  kind: 'dynamic',
  isBadge: false,
  everyMinutes: 60,
  condition: null,
};

/** A new segment. */
export const Component = () => {
  const t = useTexts('segments');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { list, isReady, error } = useFields();
  return (
    <Page title={t('list.new')} backTo="/segments" layout="padded">
      {error ? <ErrorState failure={error} /> : null}
      {isReady ? (
        <Builder
          list={list}
          initial={empty}
          save={({ condition, ...values }) =>
            call('POST /api/segments', { ...values, ...(condition ? { condition } : {}) })
          }
          onSaved={({ id }) => {
            void refresh(...segmentPaths);
            void navigate(`/segments/${id}`, { replace: true });
          }}
          onCancel={() => void navigate('/segments')}
        />
      ) : null}
    </Page>
  );
};
