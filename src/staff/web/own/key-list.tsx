import { Button } from '@mantine/core';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { Box } from '../../../ui/show/facts.tsx';
import { Ago, Instant } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../api.ts';
import css from '../settings/rows.module.css';

type Key = {
  id: number;
  name: string;
  prefix: string;
  scopes: string[];
  expiresAt: string | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
};

/** A key by its name and beginning: what it may do, when it last worked, the way to end it. */
const KeyRow = ({ one }: { one: Key }) => {
  const t = useTexts('staff');
  const revoke = useWrite('DELETE /api/me/api-keys/{id}', ['/api/me/api-keys']);
  const { id, lastUsedAt, expiresAt } = one;
  return (
    <li className={css.row}>
      <div className={css.words}>
        <div>
          {one.name} <span className="dim">{one.prefix}…</span>
        </div>
        <div className="dim">
          {one.scopes.includes('*')
            ? t('keys.everything')
            : t('keys.scopes', { count: one.scopes.length })}
          {' · '}
          {lastUsedAt ? (
            <>
              {t('keys.used')} <Ago at={lastUsedAt} />
            </>
          ) : (
            t('keys.unused')
          )}
          {expiresAt ? (
            <>
              {' · '}
              {t('keys.until')} <Instant at={expiresAt} />
            </>
          ) : null}
        </div>
      </div>
      {one.revokedAt ? (
        <Badge>{t('keys.revoked')}</Badge>
      ) : (
        <Button
          size="xs"
          variant="subtle"
          color="red"
          onClick={() =>
            revoke.mutate(
              { id },
              { onSuccess: () => notifyDone(t('keys.isRevoked')), onError: notifyProblem },
            )
          }
        >
          {t('keys.revoke')}
        </Button>
      )}
    </li>
  );
};

export const KeyList = ({ keys }: { keys: readonly Key[] }) => (
  <Box>
    <ul className={`${css.rows} ${css.inset}`}>
      {keys.map((one) => (
        <KeyRow key={one.id} one={one} />
      ))}
    </ul>
  </Box>
);
