import { chromium } from 'playwright-core';

// Draws the two icons of the Teams app anew: `node --import tsx infra/icons.ts /usr/bin/chromium`.

/** The accent colour of the manifest. */
const COLOUR = '#0b5563';

/** A speech bubble whose inside is an ear: what a citizen says is heard. On a grid of 32 × 32. */
const BUBBLE =
  'M16 3C8.8 3 3 8.4 3 15c0 3.4 1.5 6.4 4 8.6V29l5.6-2.5c1.1.3 2.2.5 3.4.5 7.2 0 13-5.4 13-12S23.2 3 16 3Z';
const HELIX =
  'M10.8 13.9c0-3.3 2.4-5.6 5.3-5.6s5.3 2.3 5.3 5.4c0 3.9-3.5 4.3-3.7 6.7-.1 1.4-1.1 2.3-2.4 2.3-1.1 0-1.9-.6-2.3-1.5';
const INNER = 'M14.3 14c0-1.4.8-2.3 1.9-2.3s1.9.9 1.9 2.1c0 1.7-1.7 2-2 3.5';

const ICONS = [
  {
    file: 'appPackage/color.png',
    size: 192,
    // The round mask that Teams lays over the icon keeps the middle 120 of 192 points.
    drawing: `<rect width="32" height="32" fill="${COLOUR}"/>
      <g transform="translate(3.7 3.9) scale(.77)"><path d="${BUBBLE}" fill="#fff"/>
      <g transform="translate(-3.2 -3.4) scale(1.18)" fill="none" stroke="${COLOUR}" stroke-width="1.8" stroke-linecap="round">
      <path d="${HELIX}"/><path d="${INNER}"/></g></g>`,
  },
  {
    file: 'appPackage/outline.png',
    size: 32,
    drawing: `<g fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">
      <path d="${BUBBLE}"/><path d="${HELIX}"/><path d="${INNER}" stroke-width="1.4"/></g>`,
  },
] as const;

const browser = await chromium.launch({
  executablePath: process.argv[2] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const { file, size, drawing } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<body style="margin:0"><svg width="${size}" height="${size}" viewBox="0 0 32 32" style="display:block">${drawing}</svg>`,
  );
  await page.screenshot({ path: file, omitBackground: true });
}
await browser.close();
