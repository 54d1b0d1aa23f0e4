// What has no look but a tab and a line break; the database refuses the first of them, NUL.
const controls = /(?![\t\n])\p{Cc}/gu;
// Marks that turn the direction of writing: `gpj.exe` is shown as `exe.jpg` after one.
const directions = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text with line feeds for every kind of line break, composed letters and no control signs. */
export function cleanText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(controls, '').toWellFormed().normalize('NFC');
}

/** One line of at most so many characters, every run of blanks a single space. */
export function cleanLine(text: string, maxChars: number): string {
  const line = cleanText(text).replaceAll(directions, '').replaceAll(/\s+/g, ' ').trim();
  return line.length <= maxChars ? line : line.slice(0, maxChars).toWellFormed().trimEnd();
}
