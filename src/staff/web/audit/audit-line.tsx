import { Fragment } from 'react';
import { Link } from 'react-router';
import { formatInstant, formatNo } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from './audit.module.css';
import { useLineWords } from './event-words.ts';
import { isLook } from './filter.ts';
import type { Line } from './use-audit.ts';

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** What was kept with the event, word for word: for whoever looks into a matter closely. */
const Details = ({ line }: { line: Line }) => {
  const t = useTexts('staff');
  const values = Object.entries({ ...line.facts, ...line.details }).filter(
    ([, value]) => value !== null && value !== '',
  );
  return (
    <details className={css.values}>
      <summary>{t('audit.details')}</summary>
      <dl>
        <dt>{t('audit.type')}</dt>
        <dd>{line.type}</dd>
        <dt>{t('audit.subject')}</dt>
        <dd>
          {line.subject.kind} {line.subject.id}
        </dd>
        {values.map(([key, value]) => (
          <Fragment key={key}>
            <dt>{key}</dt>
            <dd>{textOf(value)}</dd>
          </Fragment>
        ))}
      </dl>
    </details>
  );
};

const Who = ({ line }: { line: Line }) => {
  const t = useTexts('staff');
  const { kind, name } = line.actor;
  return (
    <span className={css.who}>
      {name ?? t(`audit.actor.${kind}`)}
      {kind === 'api_key' ? <Badge title={t('audit.byKey')}>API</Badge> : null}
    </span>
  );
};

export const AuditLine = ({ line }: { line: Line }) => {
  const wordOf = useLineWords();
  const { subject, subscriber, actor } = line;
  const isSelf = subject.kind === 'staff' && subject.id === actor.staffId;
  const named = isSelf || subject.kind === 'subscriber' ? null : subject.name;
  return (
    <li className={css.line}>
      <time className="dim tabular" dateTime={line.recordedAt}>
        {formatInstant(line.recordedAt, 'time')}
      </time>
      <Who line={line} />
      <div className={css.what}>
        <span className={css.mark} data-look={isLook(line.type)} aria-hidden="true" />
        <span className={css.words}>
          {wordOf(line)}
          {named ? <> · {named}</> : null}
          {subscriber ? (
            <>
              {' · '}
              <Link className={css.link ?? ''} to={`/subscribers/${subscriber.id}`}>
                {subscriber.name ?? formatNo(subscriber.id)}
              </Link>
            </>
          ) : null}
        </span>
        <Details line={line} />
      </div>
    </li>
  );
};
