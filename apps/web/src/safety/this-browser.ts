import type { ChannelChoice } from '../api/contract';

type Device = ChannelChoice['devices'][number];

// The order matters: each browser also claims to be the ones below it.
const BROWSERS: readonly (readonly [RegExp, Device['browser']])[] = [
  [/\bEdgA?\/|\bEdgiOS\//, 'EDGE'],
  [/\bOPR\/|\bOpera\b/, 'OPERA'],
  [/\bSamsungBrowser\//, 'SAMSUNG'],
  [/\bFirefox\/|\bFxiOS\//, 'FIREFOX'],
  [/\b(?:Headless)?Chrom(?:e|ium)\/|\bCriOS\//, 'CHROME'],
  [/\bSafari\//, 'SAFARI'],
];
const SYSTEMS: readonly (readonly [RegExp, Device['system']])[] = [
  [/\bAndroid\b/, 'ANDROID'],
  [/\biP(?:hone|ad|od)\b/, 'IOS'],
  [/\bWindows\b/, 'WINDOWS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'MACOS'],
  [/\bLinux\b|\bCrOS\b/, 'LINUX'],
];

/** Which browser this is, as far as its person needs to tell it from the others in a list. */
export function thisBrowser(agent: string): Pick<Device, 'browser' | 'system'> {
  return {
    browser: BROWSERS.find(([pattern]) => pattern.test(agent))?.[1] ?? 'OTHER',
    system: SYSTEMS.find(([pattern]) => pattern.test(agent))?.[1] ?? 'OTHER',
  };
}
