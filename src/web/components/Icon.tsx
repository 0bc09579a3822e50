/** Line pictures on a 16 grid, drawn in the colour of the text around them. */
const drawings = {
  read: "M3 2.5h6.5L13 6v7.5H3zM9.5 2.5V6H13M5.5 8.5h5M5.5 11h3.5",
  state: "M2 9h3l1.5-4 3 7L11 9h3",
  upload: "M8 10.5V3M5 5.5 8 2.5l3 3M3 10.5v3h10v-3",
  download: "M8 2.5v8M5 8l3 3 3-3M3 13.5h10",
  print: "M4.5 6V2.5h7V6M4.5 11.5H2.5V6h11v5.5h-2M4.5 9.5h7v4h-7z",
  close: "m4 4 8 8M12 4l-8 8",
  check: "m3 8.5 3.2 3.2L13 5",
  warning: "M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.8v.2",
  question:
    "M6 6a2 2 0 1 1 2.9 1.8C8.3 8.1 8 8.5 8 9.2M8 11.6v.2M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8z",
  unclear: "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 4.5v4.2M8 11v.2",
  rejected: "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM3.7 12.3l8.6-8.6",
  source: "M2.5 3h11v10h-11zM7.5 3v10M4 6h2M4 8.5h2",
  light:
    "M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1v1.7M8 13.3V15M1 8h1.7M13.3 8H15M3 3l1.2 1.2M11.8 11.8 13 13M3 13l1.2-1.2M11.8 4.2 13 3",
  dark: "M13.5 9.6A5.8 5.8 0 0 1 6.4 2.5a5.8 5.8 0 1 0 7.1 7.1z",
  auto: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 2v12M8 5h3.5M8 8h6M8 11h3.5",
  person: "M8 8.2a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4zM2.8 14c.5-2.6 2.5-4 5.2-4s4.7 1.4 5.2 4",
  more: "m4 6 4 4 4-4",
  clock: "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 4.5V8l2.3 1.6",
  running: "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM6.6 5.4 10.4 8l-3.8 2.6z",
  endless: "M3 8h10",
  past: "M3 3v4h4M3.4 7A5.4 5.4 0 1 1 3 9.6",
  overview: "M2.5 2.5h4.5v6H2.5zM9 2.5h4.5v3.5H9zM2.5 11h4.5v2.5H2.5zM9 8.5h4.5v5H9z",
  duties: "M3 2.5h10v11H3zM5.5 6l1.2 1.2L9 5M5.5 10h5",
  tasks: "M2.5 4l1.2 1.2L5.8 3M2.5 8.5l1.2 1.2 2.1-2.2M2.5 13l1.2 1.2L5.8 12M8 4h5.5M8 8.5h5.5M8 13h5.5",
  documents: "M5 2h6l2.5 2.5V12H5zM11 2v2.5h2.5M5 4.5H2.5v9.5h8V12",
  cooperation:
    "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM2 8h12M8 1.8c2 2 2.6 4 2.6 6.2S10 12.2 8 14.2M8 1.8c-2 2-2.6 4-2.6 6.2S6 12.2 8 14.2",
  units: "M6 2.5h4V6H6zM2 10h4v3.5H2zM10 10h4v3.5h-4zM8 6v2M4 10V8h8v2",
  settings: "M2.5 4.5h5M11 4.5h2.5M9.2 3v3M2.5 8h2M8 8h5.5M6.2 6.5v3M2.5 11.5h6M12 11.5h1.5M10.2 10v3",
  bell: "M3.5 11.5h9c-1-1-1.2-2-1.2-4a3.3 3.3 0 0 0-6.6 0c0 2-.2 3-1.2 4zM6.8 13.6h2.4M8 2.5v1.6",
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3l3.4 3.4",
  keys: "M1.8 4h12.4v8H1.8zM4 6.5h.2M6.6 6.5h.2M9.2 6.5h.2M11.8 6.5h.2M4.5 9.5h7",
} as const;

export type IconName = keyof typeof drawings;

/** A picture beside a word; it never stands for the word, so readers of the screen skip it. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
    >
      <path d={drawings[name]} />
    </svg>
  );
}
