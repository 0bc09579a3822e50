/** One of five steps of depth for a count among counts up to `most`; 0 for none. The number always stands in the cell. */
export function shade(count: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (count <= 0) return 0;
  const share = count / Math.max(most, 1);
  return share > 0.75 ? 4 : share > 0.5 ? 3 : share > 0.25 ? 2 : 1;
}
