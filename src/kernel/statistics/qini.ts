/** One of whom it was foretold how much is gained by treating them, and what came of it. */
export type Treated = { expected: number; isTreated: boolean; hasStayed: boolean };

/** After treating that share of all, the best first, so many more have stayed than would have. */
export type QiniPoint = { share: number; gained: number };

/**
 * The Qini curve: N. J. Radcliffe, “Using control groups to target on predicted lift”, Direct
 * Marketing Analytics Journal (2007). By the order foretold, those who stayed of the treated less
 * those who stayed of the held out, as if these were as many.
 * @param points how many, at even shares
 */
export function qiniCurve(people: readonly Treated[], points = 10): QiniPoint[] {
  const ordered = people.toSorted((a, b) => b.expected - a.expected);
  const curve: QiniPoint[] = [{ share: 0, gained: 0 }];
  let [treated, held, ofTreated, ofHeld] = [0, 0, 0, 0];
  let next = 1;
  for (const [at, { isTreated, hasStayed }] of ordered.entries()) {
    if (isTreated) treated += 1;
    else held += 1;
    if (hasStayed && isTreated) ofTreated += 1;
    if (hasStayed && !isTreated) ofHeld += 1;
    while (next <= points && at + 1 >= (next * ordered.length) / points) {
      const gained = held === 0 ? 0 : ofTreated - (ofHeld * treated) / held;
      curve.push({ share: next / points, gained });
      next += 1;
    }
  }
  return curve;
}

/**
 * The area between the curve and the line of treating in any order, by which it is told how well
 * the order was chosen: above zero better than at random. In people who stayed, the mean of all
 * shares.
 */
export function qiniArea(curve: readonly QiniPoint[]): number {
  const whole = curve.at(-1)?.gained ?? 0;
  let area = 0;
  for (let at = 1; at < curve.length; at += 1) {
    const [a, b] = [curve[at - 1], curve[at]];
    if (a && b) area += ((a.gained + b.gained) / 2) * (b.share - a.share);
  }
  return area - whole / 2;
}
