/** What a device is called in the list of somebody's own devices; no version, which would be a fingerprint. */
export interface DeviceWords {
  browser: 'chrome' | 'edge' | 'firefox' | 'safari' | 'samsung' | 'opera' | 'other';
  system: 'android' | 'ios' | 'windows' | 'macos' | 'linux' | 'other';
}

// In this order: Edge, Samsung and Opera also call themselves Chrome, and all of them Safari.
const BROWSERS: [RegExp, DeviceWords['browser']][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'edge'],
  [/\bSamsungBrowser\//, 'samsung'],
  [/\bOPR\//, 'opera'],
  [/\b(?:Firefox|FxiOS)\//, 'firefox'],
  [/\b(?:Headless)?(?:Chrome|CriOS)\//, 'chrome'],
  [/\bSafari\//, 'safari'],
];
const SYSTEMS: [RegExp, DeviceWords['system']][] = [
  [/\bAndroid\b/, 'android'],
  [/\b(?:iPhone|iPad|iPod)\b/, 'ios'],
  [/\bWindows\b/, 'windows'],
  [/\bMac OS X\b/, 'macos'],
  [/\b(?:Linux|CrOS)\b/, 'linux'],
];

/** Two words from what a browser says of itself. */
export function deviceWords(userAgent: string | undefined): DeviceWords {
  const said = (userAgent ?? '').slice(0, 500);
  return {
    browser: BROWSERS.find(([pattern]) => pattern.test(said))?.[1] ?? 'other',
    system: SYSTEMS.find(([pattern]) => pattern.test(said))?.[1] ?? 'other',
  };
}
