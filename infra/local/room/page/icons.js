// Line icons of 20 by 20, in the colour of the text around them.
const PATHS = {
  activity: 'M10 3a5 5 0 0 0-5 5v3l-1.5 3h13L15 11V8a5 5 0 0 0-5-5M8 14a2 2 0 0 0 4 0',
  channel: 'M8 3 6.5 17M13.5 3 12 17M3.5 7.500h13M3.5 12.500h13',
  chat: 'M3.5 4h13v9.500H9L5.5 17v-3.500h-2z',
  menu: 'M3 5h14M3 10h14M3 15h14',
  sun: 'M10 6.500a3.5 3.5 0 1 0 .01 0M10 2v2M10 16v2M2 10h2M16 10h2M4.3 4.300l1.4 1.400M14.3 14.300l1.4 1.400M4.3 15.700l1.4-1.400M14.3 5.700l1.4-1.4',
  moon: 'M16.5 12A7 7 0 0 1 8 3.500a7 7 0 1 0 8.5 8.5',
  send: 'M3 3.5 17.5 10 3 16.5 5 10zM5 10h6',
};
const SVG = 'http://www.w3.org/2000/svg';

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  for (const [key, value] of Object.entries({ viewBox: '0 0 20 20', 'aria-hidden': 'true', class: 'line-icon' })) {
    svg.setAttribute(key, value);
  }
  return svg;
}
