// Strokes on a ground of 24 by 24, drawn for this widget.
const PATHS = {
  chat: 'M4 5.5h16v11H10.5L6 20v-3.5H4zM8 9.5h8M8 12.8h5',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  send: 'M5 12h13.5M12.5 6l6 6-6 6',
  attach:
    'M18.5 11.5l-6.8 6.8a4 4 0 0 1-5.7-5.7l7.4-7.4a2.7 2.7 0 0 1 3.8 3.8l-7.3 7.3a1.3 1.3 0 0 1-1.9-1.9l6.4-6.4',
  person: 'M12 12.2a3.7 3.7 0 1 0 0-7.4 3.7 3.7 0 0 0 0 7.4zM5 19.5c.6-3.3 3.3-5 7-5s6.4 1.7 7 5',
  clock: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 7.5V12l3 2',
  outside: 'M9.5 6.5h-4v12h12v-4M13 5.5h5.5V11M18 6l-7.5 7.5',
  warning: 'M12 4.5l8.5 15h-17zM12 10v4.2M12 16.6v.4',
  retry: 'M18.5 8.5a7.2 7.2 0 1 0 .7 5M19 4.5v4.2h-4.2',
  file: 'M7 4h6.5L18 8.5V20H7zM13 4.5V9h4.5',
  down: 'M12 5.5v13M6 12.5l6 6 6-6',
  more: 'M12 6v.4M12 12v.4M12 18v.4',
  check: 'M5.5 12.5l4.2 4.2 8.8-9.2',
} as const;

/** A small picture beside words; hidden from screen readers, the words say it. */
export function icon(name: keyof typeof PATHS): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const picture = document.createElementNS(space, 'svg');
  picture.setAttribute('viewBox', '0 0 24 24');
  picture.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', PATHS[name]);
  picture.append(path);
  return picture;
}
