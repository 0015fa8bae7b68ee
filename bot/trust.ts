/**
 * Where a bot that is signed in may send to: Microsoft's own connector hosts, over https. Of `trafficmanager.net` the one name
 * of Teams alone: anybody with a subscription to Azure has a name there.
 */
const MICROSOFT = /^(?:smba\.trafficmanager\.net|(?:[\w-]+\.)*(?:botframework\.com|teams\.microsoft\.com))$/;

export function isLoopback(url: string): boolean {
  const host = hostOf(url)?.hostname;
  return host === '127.0.0.1' || host === 'localhost' || host === '[::1]';
}

/**
 * Whether the bot sends to this address. An activity names the address that its answers go to: without this check a
 * forged one would make the bot call anywhere.
 */
export function isTrustedService(url: string, local: boolean): boolean {
  if (local) return isLoopback(url);
  const parsed = hostOf(url);
  return parsed?.protocol === 'https:' && parsed.port === '' && MICROSOFT.test(parsed.hostname);
}

/** Where files of Teams are kept: OneDrive for work is SharePoint. */
const FILES = /(?:^|\.)sharepoint\.com$/;

/** Whether the bot puts a file there: the address comes with an activity, as the one above does. */
export function isTrustedUpload(url: string, local: boolean): boolean {
  if (local) return isLoopback(url);
  const parsed = hostOf(url);
  return parsed?.protocol === 'https:' && FILES.test(parsed.hostname);
}

function hostOf(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}
