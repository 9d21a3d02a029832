/** How a person tells the own devices apart. Codes and no free text: nobody's telephone gets a name here. */
export const BROWSERS = ['CHROME', 'EDGE', 'FIREFOX', 'SAFARI', 'SAMSUNG', 'OPERA', 'OTHER'] as const;
export const SYSTEMS = ['ANDROID', 'IOS', 'WINDOWS', 'MACOS', 'LINUX', 'OTHER'] as const;

/** More than one person carries. Each device is a message more whenever something happens. */
export const DEVICES_MAX = 10;
