/**
 * Solves A x = b for a symmetric positive A of which the lower half is given (Cholesky). A
 * direction that A knows nothing of gets no answer.
 */
export function solvePositive(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const root = lower.slice();
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = root[row * size + column] ?? 0;
      for (let at = 0; at < column; at += 1) {
        sum -= (root[row * size + at] ?? 0) * (root[column * size + at] ?? 0);
      }
      const pivot = root[column * size + column] ?? 0;
      if (row === column) root[row * size + row] = sum > 1e-12 ? Math.sqrt(sum) : 0;
      else root[row * size + column] = pivot > 0 ? sum / pivot : 0;
    }
  }
  const solved = right.slice();
  for (let row = 0; row < size; row += 1) {
    let sum = solved[row] ?? 0;
    for (let at = 0; at < row; at += 1) sum -= (root[row * size + at] ?? 0) * (solved[at] ?? 0);
    solved[row] = divided(sum, root[row * size + row] ?? 0);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = solved[row] ?? 0;
    for (let at = row + 1; at < size; at += 1) {
      sum -= (root[at * size + row] ?? 0) * (solved[at] ?? 0);
    }
    solved[row] = divided(sum, root[row * size + row] ?? 0);
  }
  return solved;
}

const divided = (sum: number, pivot: number): number => (pivot > 0 ? sum / pivot : 0);
