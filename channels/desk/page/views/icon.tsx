const PATHS = {
  back: 'M15 5l-7 7 7 7',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  checks: 'M2.500 12.500l4.500 4.500L16 8M12.500 16.500l.5.500L22 8',
  circle: 'M12 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12z',
  eye: 'M2.500 12c2-4 5.500-6 9.500-6s7.500 2 9.500 6c-2 4-5.500 6-9.500 6s-7.500-2-9.500-6zM12 9.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5z',
  clock: 'M12 7v5l3.5 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  warning: 'M12 8v5m0 3.5v.01M12 3.5l9.5 16.5h-19z',
  send: 'M4 12l16-8-6 16-3-6.5z',
  close: 'M6 6l12 12M18 6L6 18',
  bot: 'M12 4v3M7 7h10a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2zm2.5 5v.01M14.5 12v.01',
  speech: 'M4 5h16v11H12l-5 4v-4H4z',
  bubbles: 'M3 4h12v9H8.500L5 16v-3H3zM18 8h3v9h-2v3l-3.500-3H10',
  globe:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c4 4.500 4 13.500 0 18M12 3c-4 4.500-4 13.500 0 18',
  letter: 'M3 6h18v12H3zM3.500 7l8.500 6 8.500-6',
  people:
    'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 20c.4-3.500 3-5 6.500-5s6.100 1.500 6.500 5M15.500 4.300a3.500 3.500 0 0 1 0 6.400M17.500 15.300c2.300.500 3.700 2 4 4.700',
  down: 'M12 5v14m-6-6l6 6 6-6',
  file: 'M14 3H6v18h12V7zM14 3v4h4',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-7 8c.6-4 3.500-5.500 7-5.500s6.400 1.500 7 5.500',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700l-1 1M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700l1-1',
} as const;

export type IconName = keyof typeof PATHS;

/** A sign beside words that say the same; screen readers pass over it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
