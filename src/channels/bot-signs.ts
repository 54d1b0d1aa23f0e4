/** Nobody reads a form, types a phone and ticks a box faster. */
const LEAST_FILL_SECONDS = 3;

/**
 * What speaks for a program behind a form: a field that no person sees was filled (rubbish), or the
 * form was sent as soon as it was shown (perhaps; a person who presses again is heard).
 */
export function botSign(
  form: { website: string; shownAt: string },
  now: Date,
): 'rubbish' | 'too_fast' | null {
  if (form.website.trim() !== '') return 'rubbish';
  const shownAt = Date.parse(form.shownAt);
  if (Number.isNaN(shownAt)) return null;
  const seconds = (now.getTime() - shownAt) / 1000;
  // A page shown "in the future" has a wrong clock or a wrong hand; neither is proof.
  return seconds >= 0 && seconds < LEAST_FILL_SECONDS ? 'too_fast' : null;
}
