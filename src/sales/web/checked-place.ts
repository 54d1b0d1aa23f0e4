/** A place as an address of a page carries it, to where a sale is begun. */
type Place = { text: string; buildingId: number | null; flat: string };

export const placeQuery = ({ text, buildingId, flat }: Place): URLSearchParams => {
  const query = new URLSearchParams({ address: text });
  if (buildingId !== null) query.set('building', String(buildingId));
  if (flat !== '') query.set('flat', flat);
  return query;
};

/** The same read again, as the fields of a form. */
export const placeIn = (query: URLSearchParams) => ({
  address: query.get('address') ?? '',
  buildingId: Number(query.get('building')) || null,
  flat: query.get('flat') ?? '',
});
