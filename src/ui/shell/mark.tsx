/** The mark of «Берег»: the letter Б standing on its shore, with the water line under it. */
export const Mark = ({ sizePx = 32 }: { sizePx?: number }) => (
  <svg width={sizePx} height={sizePx} viewBox="0 0 32 32" role="img" aria-label="Берег">
    <rect width="32" height="32" rx="8" fill="#0b6e69" />
    <g fill="none" stroke="#fff" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round">
      <path d="M21.5 8H11v12.6" />
      <path d="M11 14.6h5.6c3 0 5.2 1.8 5.2 4.6" />
    </g>
    <path
      d="M5.5 22.8c2.2-2.4 4.6-2.4 7 0s4.8 2.4 7 0 4.8-2.4 7 0"
      fill="none"
      stroke="#8fe3da"
      strokeWidth="2.6"
      strokeLinecap="round"
    />
  </svg>
);
