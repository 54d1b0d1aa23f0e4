/** Columns with their places and a key each, for two columns may go by one name. */
export function placedColumns(
  columns: readonly string[],
): { key: string; name: string; at: number }[] {
  return columns.map((name, at) => ({ key: `${at} ${name}`, name, at }));
}
