/** The first day of the month so many months from that of a day, `YYYY-MM-DD`. */
export function monthOf(day: string, add = 0): string {
  const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + add);
  return at.toISOString().slice(0, 10);
}
