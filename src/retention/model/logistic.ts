export function sigmoid(margin: number): number {
  return 1 / (1 + Math.exp(-margin));
}

/** The log-odds of a share, kept off the ends. */
export function logOdds(share: number): number {
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, share));
  return Math.log(bounded / (1 - bounded));
}

/** The slopes and bends of the logistic loss at each row's log-odds. */
export type Slopes = { gradients: Float64Array; hessians: Float64Array };

export function noSlopes(size: number): Slopes {
  return { gradients: new Float64Array(size), hessians: new Float64Array(size) };
}

/** Writes the slopes into `out`. */
export function takeSlopes(margins: Float64Array, labels: Uint8Array, out: Slopes): void {
  const { gradients, hessians } = out;
  for (let at = 0; at < margins.length; at += 1) {
    const chance = 1 / (1 + Math.exp(-(margins[at] ?? 0)));
    gradients[at] = chance - (labels[at] ?? 0);
    hessians[at] = chance * (1 - chance);
  }
}

/** The mean logistic loss of log-odds. */
export function marginLoss(margins: Float64Array, labels: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < margins.length; at += 1) {
    const margin = (labels[at] ?? 0) === 1 ? (margins[at] ?? 0) : -(margins[at] ?? 0);
    sum += margin > 30 ? Math.exp(-margin) : Math.log1p(Math.exp(-margin));
  }
  return sum / margins.length;
}
