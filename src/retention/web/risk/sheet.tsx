import type { ReactNode } from 'react';
import css from './risk.module.css';

type Props = {
  title: string;
  head: readonly string[];
  /** The first cell names the line. */
  lines: readonly { key: string; cells: readonly ReactNode[] }[];
  rule?: string;
};

/** A small table of figures to be read. */
export const Sheet = ({ title, head, lines, rule }: Props) => (
  <section className={css.box} aria-label={title}>
    <h2>{title}</h2>
    <table className={css.table}>
      <thead>
        <tr>
          {head.map((label, at) => (
            <th key={label} scope="col" className={at === 0 ? '' : css.number}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, cells: [first, ...rest] }) => (
          <tr key={key}>
            <th scope="row">{first}</th>
            {rest.map((cell, at) => (
              <td key={head[at + 1]} className={css.number}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    {rule === undefined ? null : <p className={css.rule}>{rule}</p>}
  </section>
);
