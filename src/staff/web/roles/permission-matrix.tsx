import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../api.ts';
import { Loaded } from '../settings/loaded.tsx';
import { givableReaches, withGrant, type Grants, type Reach } from './grants.ts';
import { useDomainWords, usePermissionWords } from './permission-words.ts';
import css from './roles.module.css';

type Props = { grants: Grants; isReadOnly: boolean; onChange: (grants: Grants) => void };

/** Every permission by domain, each reaching nobody's, one's own, one's team's or all rows. */
export const PermissionMatrix = (props: Props) => {
  const known = useRead('GET /api/permissions', {}, { staleMs: 600_000 });
  const domainWord = useDomainWords();
  return (
    <Loaded read={known}>
      {({ permissions }) => (
        <div className={css.matrix}>
          {[...new Set(permissions.map(({ domain }) => domain))].map((domain) => (
            <section key={domain}>
              <h2 className={css.domain}>{domainWord(domain)}</h2>
              {permissions
                .filter((one) => one.domain === domain)
                .map(({ permission }) => (
                  <Line key={permission} permission={permission} {...props} />
                ))}
            </section>
          ))}
        </div>
      )}
    </Loaded>
  );
};

const Line = ({ permission, grants, isReadOnly, onChange }: Props & { permission: string }) => {
  const t = useTexts('staff');
  const wordOf = usePermissionWords();
  const me = useRead('GET /api/me', {}, { staleMs: 300_000 });
  const word = wordOf(permission);
  const reach: Reach | 'none' = grants[permission] ?? 'none';
  const givable = givableReaches(me.data?.permissions[permission]);
  const shown = new Set<Reach | 'none'>(['none', reach, ...givable]);
  return (
    <div className={css.line}>
      <span>{word}</span>
      {isReadOnly ? (
        <span className="dim">{t(`reach.${reach}`)}</span>
      ) : (
        <Segmented
          label={word}
          value={reach}
          onChange={(next) => onChange(withGrant(grants, permission, next))}
          options={(['none', 'own', 'team', 'all'] as const)
            .filter((one) => shown.has(one))
            .map((one) => ({ value: one, label: t(`reach.${one}`) }))}
        />
      )}
    </div>
  );
};
