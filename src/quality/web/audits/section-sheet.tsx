import figures from '../../../ui/show/figures.module.css';
import type { Audit } from '../client.ts';
import { PointLine } from './point-line.tsx';

type Props = { section: Audit['sections'][number]; audit: Audit };

/** A section of an audit with its points. */
export const SectionSheet = ({ section: { title, points }, audit }: Props) => (
  <section className={figures.sheet} aria-label={title}>
    <h2>{title}</h2>
    {points.map((point) => (
      <PointLine key={point.key} point={point} audit={audit} />
    ))}
  </section>
);
