/**
 * Names for the columns that stay the same every time the same header is read: an empty name
 * becomes `#3`, the second of two equal ones `Телефон (2)`.
 */
export function headerNames(cells: readonly string[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    const base = cell.replaceAll(/\s+/g, ' ').trim() || `#${index + 1}`;
    let name = base;
    for (let copy = 2; taken.has(name); copy += 1) name = `${base} (${copy})`;
    taken.add(name);
    return name;
  });
}

/** Names for a table without a header: `#1`, `#2` … */
export function numberedNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `#${index + 1}`);
}
