const patronymic = /(вич|вна|ична|кызы|оглы)$/iu;

/**
 * A person's surname with initials, where a list has little room: of three words the last of which
 * is a patronymic. Anything else, an organisation's name among it, stays as it is.
 */
export const shortName = (name: string): string => {
  const [surname = '', first = '', middle = '', ...more] = name.split(' ');
  if (more.length > 0 || !patronymic.test(middle)) return name;
  return `${surname} ${first.slice(0, 1)}. ${middle.slice(0, 1)}.`;
};
