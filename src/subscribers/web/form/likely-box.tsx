import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { Link } from 'react-router';
import { formatNo } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../aside/aside.module.css';
import { call } from '../client.ts';
import type { RecordValues } from '../record-form.tsx';
import { belongingsOf, type Belongings } from './belongings.ts';

const route = 'POST /api/subscribers/likely-duplicates';

/** Warns while the form is filled in that this person may be here already. */
export const LikelyBox = ({ values }: { values: RecordValues & Belongings }) => {
  const t = useTexts('subscribers');
  // As text, for a new object in each render would never come to rest.
  const [text] = useDebouncedValue(JSON.stringify(askedOf(values)), 400);
  const asked = JSON.parse(text) as ReturnType<typeof askedOf>;
  const isEnabled = asked.contacts.length + asked.documents.length + asked.addresses.length > 0;
  const { data } = useQuery({
    queryKey: [route, asked],
    queryFn: ({ signal }) => call(route, asked, { signal, isRepeatable: true }),
    enabled: isEnabled,
  });
  const found = data?.duplicates ?? [];
  if (!isEnabled || found.length === 0) return null;
  return (
    <div className={`${css.need} ${css.bad}`} role="status">
      <Users size={14} /> <strong>{t('new.likely')}</strong>
      {found.map((one) => (
        <div key={one.id} className={css.needFoot}>
          <Link to={`/subscribers/${one.id}`} target="_blank">
            {formatNo(one.id)} {one.displayName}
          </Link>
          {one.reasons.map((reason) => (
            <Badge key={reason} tone="gray">
              {t(`choices.likely.${reason}`)}
            </Badge>
          ))}
        </div>
      ))}
    </div>
  );
};

const askedOf = (values: RecordValues & Belongings) => ({
  displayName:
    values.kind === 'person'
      ? [values.lastName, values.firstName, values.middleName].filter(Boolean).join(' ')
      : values.displayName,
  ...belongingsOf(values),
});
