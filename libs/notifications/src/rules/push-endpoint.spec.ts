import { describe, expect, it } from '@jest/globals';
import { pushEndpoint } from './push-endpoint.js';

const MORE = ['push.kota.example', 'localhost:8443'];

describe('where a push may go', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/abc:APA91b',
    'https://updates.push.services.mozilla.com/wpush/v2/gAAAA',
    'https://autopush.prod.push.services.mozilla.com/wpush/v2/gAAAA',
    'https://wns2-sg2p.notify.windows.com/w/?token=BQYA%2b',
    'https://web.push.apple.com/QGuQ',
    'https://push.kota.example/s/1',
    'http://localhost:8443/s/1',
  ])('%s', (written) => expect(pushEndpoint(written, MORE)?.href).toBe(written));

  it.each([
    ['not encrypted', 'http://fcm.googleapis.com/fcm/send/abc'],
    ['another scheme', 'file:///etc/passwd'],
    ['another scheme', 'gopher://fcm.googleapis.com/'],
    ['another scheme', 'ftp://fcm.googleapis.com/'],
    ['a name of ours, not encrypted', 'http://push.kota.example/s/1'],
    ['no address at all', 'https://['],
    ['a port of an inner service', 'https://fcm.googleapis.com:8443/fcm/send/abc'],
    ['the cloud’s own secrets', 'http://169.254.169.254/latest/meta-data/'],
    ['an address', 'https://127.0.0.1/'],
    ['an address, as a number', 'https://2130706433/'],
    ['an address, in hexadecimal', 'https://0x7f000001/'],
    ['an address', 'https://[::1]/'],
    ['an address, mapped', 'https://[::ffff:10.0.0.1]/'],
    ['the database', 'https://localhost:5432/'],
    ['this machine, another port', 'http://localhost:5432/'],
    ['this machine, not by its name', 'http://127.0.0.1:8443/'],
    ['a user in front', 'https://fcm.googleapis.com@evil.example/'],
    ['a user in front', 'https://x:y@fcm.googleapis.com/'],
    ['a host that only begins so', 'https://fcm.googleapis.com.evil.example/'],
    ['a host that only ends so', 'https://evilnotify.windows.com/'],
    ['a host that only ends so', 'https://notfcm.googleapis.com/'],
    ['nothing before the dot', 'https://.notify.windows.com/'],
    ['the name alone', 'https://notify.windows.com/'],
    ['a dot at the end', 'https://fcm.googleapis.com./'],
    ['a backslash', 'https://fcm.googleapis.com\\@evil.example/'],
    ['a backslash', 'https:\\\\fcm.googleapis.com/'],
    ['a tab that parsers drop', 'https://fcm.goo\tgleapis.com/'],
    ['a line that begins a header', 'https://fcm.googleapis.com/\r\nHost: evil.example'],
    ['letters that look alike', 'https://fcm.googleapis。com/'],
    ['capitals', 'https://FCM.googleapis.com/'],
    ['a fragment', 'https://fcm.googleapis.com/#x'],
    ['an endless one', `https://fcm.googleapis.com/${'a'.repeat(1_024)}`],
    ['nothing', ''],
    ['no path', 'https://fcm.googleapis.com'],
  ])('not: %s', (_why, written) => expect(pushEndpoint(written, MORE)).toBeNull());
});
