import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a headless Chromium for a suite: `CHROMIUM` names one, else the usual places are tried. Without any the suite is
 * left pending, unless `REQUIRE_BROWSER=1`: then it fails. Whoever asks closes it.
 */
export async function startBrowser(suite: Mocha.Context): Promise<Browser> {
  const named = process.env['CHROMIUM'];
  const executablePath = [...(named ? [named] : []), ...PLACES].find((path) => existsSync(path));
  if (executablePath === undefined && process.env['REQUIRE_BROWSER'] !== '1') suite.skip();
  if (executablePath === undefined) throw new Error('No Chromium found: install one, or name it in CHROMIUM');
  return chromium.launch({ executablePath, args: ARGUMENTS });
}
