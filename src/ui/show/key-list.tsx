import { Fragment } from 'react';
import { KeyHint } from './key-hint.tsx';
import css from './key-hint.module.css';

/** What keys do, one a line: a combination, or several to choose from as 'KeyJ+KeyK'. */
export const KeyList = ({ keys }: { keys: readonly (readonly [keys: string, does: string])[] }) => (
  <dl className={css.list}>
    {keys.map(([combination, does]) => (
      <Fragment key={combination}>
        <dt>{does}</dt>
        <dd>
          <KeyHint keys={combination} />
        </dd>
      </Fragment>
    ))}
  </dl>
);
