import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { formatNo } from '../../../ui/format.ts';
import { Box, CardSection } from '../../../ui/show/facts.tsx';
import { hasText, useTexts } from '../../../ui/texts.ts';
import css from '../imports.module.css';
import { useKept } from '../use-pages.ts';

/** What an undo left as it is, because people have worked with it since. */
export const KeptList = ({ id }: { id: number }) => {
  const t = useTexts('imports');
  const kept = useKept(id);
  const rows = (kept.rows ?? []).map((row, at) => ({ key: `${at}`, ...row }));
  const wordOf = (entity: string): string =>
    hasText(`imports:entities.${entity}`) ? t(`entities.${entity}`) : entity;
  return (
    <Box>
      <CardSection title={t('kept.title')}>
        <p className="dim">{t('kept.text')}</p>
        <ul className={css.plain}>
          {rows.map(({ key, entity, entityId, subscriberId, name }) => (
            <li key={key}>
              {entity === 'ticket' ? (
                <Link to={`/tickets/${entityId}`}>{`${wordOf(entity)} ${formatNo(entityId)}`}</Link>
              ) : (
                wordOf(entity)
              )}
              {subscriberId === null ? null : (
                <>
                  {': '}
                  <Link to={`/subscribers/${subscriberId}`}>{name || formatNo(subscriberId)}</Link>
                </>
              )}
            </li>
          ))}
        </ul>
        {kept.hasMore ? (
          <Button size="xs" loading={kept.isLoadingMore} onClick={kept.loadMore}>
            {t('more')}
          </Button>
        ) : null}
      </CardSection>
    </Box>
  );
};
