/** E.164 as people read it: +7 912 345-67-89; countries not listed stay as they are. */
export const formatPhone = (phone: string): string => {
  const russian = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(phone);
  if (russian) return `+7 ${russian[1]} ${russian[2]}-${russian[3]}-${russian[4]}`;
  const belarusian = /^\+375(\d{2})(\d{3})(\d{2})(\d{2})$/.exec(phone);
  if (belarusian) return `+375 ${belarusian[1]} ${belarusian[2]}-${belarusian[3]}-${belarusian[4]}`;
  return phone;
};
