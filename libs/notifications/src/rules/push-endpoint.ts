/** The push services of the browsers that officers use: Chrome and its kin, Firefox, Edge on Windows, Safari. */
const PUSH_HOSTS = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '*.push.services.mozilla.com',
  '*.notify.windows.com',
  'web.push.apple.com',
] as const;
const ENDPOINT_MAX = 1_024;

/**
 * The address that a browser gave for its subscription; null when it leads anywhere but to a push service. The server
 * will call it, and a hostile person chooses it: so a closed list of names, https, the usual port, no user, no address
 * in place of a name. `more`: names of the configuration; `localhost:PORT` stands for http within this machine.
 */
export function pushEndpoint(written: string, more: readonly string[]): URL | null {
  // A browser writes plain ASCII; a parser that forgives (backslashes, tabs, full-width dots) reads another host than we do.
  if (written.length > ENDPOINT_MAX || !/^[!-[\]-~]+$/.test(written) || !URL.canParse(written)) return null;
  const url = new URL(written);
  if (url.username || url.password || url.hash || !written.startsWith(`${url.origin}/`)) return null;
  if (url.protocol === 'http:') return url.hostname === 'localhost' && more.includes(url.host) ? url : null;
  if (url.protocol !== 'https:' || url.port) return null;
  return [...PUSH_HOSTS, ...more].some((name) => matches(url.hostname, name)) ? url : null;
}

function matches(host: string, name: string): boolean {
  return name.startsWith('*.') ? host.endsWith(name.slice(1)) && host.length >= name.length : host === name;
}
