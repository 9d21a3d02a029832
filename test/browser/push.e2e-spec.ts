import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { browserOf, PushService, until, type Subscription } from '../harness/index.js';
import { accessFaults, inBrowser, keepPicture, Stage, steps, type Size } from './stage.js';

const SUPERVISOR = 'kepala@uptd-ppa';
const SCOPE = '/pesan-peramban/';
const SENTENCE = 'Ada yang menunggu Anda di Simpul.';
const IN_ENGLISH = 'Something in Simpul waits for you.';

/** What stands where Chromium would call its maker's push service, which no test may: a real one of our own. */
function subscribesAt({ endpoint, p256dh, auth }: Subscription): string {
  return `(() => {
    const made = () => ({
      endpoint: '${endpoint}',
      toJSON: () => ({ endpoint: '${endpoint}', keys: { p256dh: '${p256dh}', auth: '${auth}' } }),
      unsubscribe: async () => (localStorage.removeItem('test.subscribed'), true),
    });
    PushManager.prototype.getSubscription = async () => (localStorage.getItem('test.subscribed') ? made() : null);
    PushManager.prototype.subscribe = async (options) => {
      if (!options.userVisibleOnly || options.applicationServerKey.length !== 65) throw new TypeError();
      localStorage.setItem('test.subscribed', '1');
      return made();
    };
  })()`;
}

inBrowser('a push to a browser', () => {
  let stage: Stage;
  let push: PushService;
  let page: Page;
  let subscription: Subscription;
  const step = steps();

  beforeAll(async () => {
    push = await PushService.start();
    const env = { SIMPUL_PUSH_CONTACT: 'mailto:it@kota.example', SIMPUL_PUSH_HOSTS: push.host };
    const mail = { SMTP_URL: 'smtp://127.0.0.1:9', SIMPUL_MAIL_FROM: 'simpul@kota.example' };
    // The worker has no mail server: it would knock at one that is not there.
    stage = await Stage.open({ ...env, ...mail }, env);
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
    await push?.kill();
  });

  const more = async (): Promise<void> => {
    await page.goto(`${stage.address}/lainnya`);
    await page.getByRole('heading', { name: 'Pemberitahuan di perangkat' }).waitFor();
  };
  const shown = (): Promise<{ title: string; body: string; tag: string; data: unknown }[]> =>
    page.evaluate(`navigator.serviceWorker.getRegistration('${SCOPE}')
      .then((one) => one.getNotifications())
      .then((all) => all.map(({ title, body, tag, data }) => ({ title, body, tag, data })))`);
  const working = (): Promise<boolean> =>
    page.evaluate(`navigator.serviceWorker.getRegistration('${SCOPE}').then(Boolean)`);

  step('where the browser says no, the page says so and asks nothing', async () => {
    page = await stage.signIn(SUPERVISOR);
    await page.addInitScript(`Object.defineProperty(Notification, 'permission', { get: () => 'denied' })`);
    await more();
    await page.getByText('Peramban ini memblokir pemberitahuan dari Simpul.').waitFor();
    expect(await page.getByRole('button', { name: 'Nyalakan di perangkat ini' }).count()).toBe(0);
    await keepPicture(page, 'push-denied');
    await page.context().close();
  });

  step('where the browser cannot, the page says so', async () => {
    page = await stage.signIn(SUPERVISOR, 'phone');
    await page.addInitScript('delete window.PushManager');
    await more();
    await page.getByText('Peramban ini tidak dapat menerima pemberitahuan.').waitFor();
    expect(await page.getByRole('button', { name: 'Nyalakan di perangkat ini' }).count()).toBe(0);
    await keepPicture(page, 'push-unsupported');
    await page.context().close();
  });

  step('is asked for only after a click, and kept', async () => {
    page = await stage.signIn(SUPERVISOR, 'phone');
    await page.context().grantPermissions(['notifications'], { origin: stage.address });
    const key = await page.evaluate(
      `fetch('/api/notification-channels').then((answer) => answer.json()).then((mine) => mine.pushKey)`,
    );
    subscription = await push.subscribe(key as string);
    await page.addInitScript(subscribesAt(subscription));
    await page.addInitScript(`window.asked = 0; const ask = Notification.requestPermission.bind(Notification);
      Notification.requestPermission = () => (window.asked++, ask());`);
    await more();
    await page.getByText('Belum ada perangkat yang memberi tahu Anda.').waitFor();
    expect(await page.evaluate('window.asked')).toBe(0);
    expect(await working()).toBe(false);
    const button = page.getByRole('button', { name: 'Nyalakan di perangkat ini' });
    await button.scrollIntoViewIfNeeded();
    await keepPicture(page, 'push-off');
    expect(await accessFaults(page, 'push-off')).toEqual([]);
    await button.click();
    await page.getByText('Perangkat ini memberi tahu Anda.').waitFor();
    expect(await page.evaluate('window.asked')).toBe(1);
    await page.getByRole('button', { name: /^Hapus Chrome/ }).scrollIntoViewIfNeeded();
    await keepPicture(page, 'push-on');
    expect(await accessFaults(page, 'push-on')).toEqual([]);
    await page.reload();
    await page.getByText('Perangkat ini memberi tahu Anda.').waitFor();
  });

  step('the worker is served under its own policy, near no page', async () => {
    const served = await page.request.get(`${stage.address}/push-worker.js`);
    expect(served.headers()).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-security-policy': "default-src 'none'",
      'cache-control': 'no-cache',
    });
    expect(served.headers()['service-worker-allowed']).toBeUndefined();
    expect(await page.evaluate('navigator.serviceWorker.controller')).toBeNull();
    expect(await page.evaluate('caches.keys()')).toEqual([]);
  });

  step(
    'a report that cannot wait rings: what the browser decrypts, its worker shows, and no word more',
    async () => {
      const saved = await stage.api.as('konselor@uptd-ppa').post('/reports', {
        channel: 'TELEPON',
        reporter: { kind: 'KORBAN' },
        clientSafeNow: 'NO',
        narrative: 'NARASI-RAHASIA',
        violenceTypes: ['FISIK'],
        contexts: ['KDRT'],
        victims: [{ name: 'Melur Rekaan', sex: 'P', ageYears: 29 }],
        reportedPersons: [{ relation: 'SUAMI_ISTRI' }],
      });
      expect(saved.status).toBe(201);
      const forThis = () => push.pushed.find(({ browser }) => browser === browserOf(subscription));
      await until('it rings', () => Promise.resolve(Boolean(forThis())));
      expect(forThis()).toMatchObject({ status: 201, fault: null, text: '{"count":1,"locale":"id"}' });

      const line = await page.context().newCDPSession(page);
      const registered = new Promise<string>((resolve) =>
        line.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
          const ours = registrations.find(({ scopeURL }) => scopeURL.endsWith(SCOPE));
          if (ours) resolve(ours.registrationId);
        }),
      );
      await line.send('ServiceWorker.enable');
      const registrationId = await registered;
      const deliver = (data: string) =>
        line.send('ServiceWorker.deliverPushMessage', { origin: `${stage.address}/`, registrationId, data });

      // The number first, while none stands: one that was closed and comes again under the same tag can be taken away by
      // its own closing, which Chromium finishes later than it says.
      await deliver('{"count":4,"locale":"en"}');
      await until('the number is shown', async () => (await shown()).length > 0);
      expect((await shown()).map(({ body }) => body)).toEqual(['4 things in Simpul wait for you.']);

      await deliver(forThis()!.text!);
      await until('what came is shown', async () => (await shown())[0]?.body === SENTENCE);
      expect(await shown()).toEqual([{ title: 'Simpul', body: SENTENCE, tag: 'simpul', data: null }]);
      // Whatever else comes is not shown; another language in between, so that each sentence is seen to come.
      for (const hostile of ['{"count":9,"locale":"id","body":"Melur Rekaan"}', 'Melur Rekaan', 'null', '']) {
        await deliver('{"count":2,"locale":"en"}');
        await until('it is in English', async () => (await shown())[0]?.body === IN_ENGLISH);
        await deliver(hostile);
        await until(`${hostile} is a sentence`, async () => (await shown())[0]?.body === SENTENCE);
        expect(await shown()).toHaveLength(1);
      }
    },
  );

  step('a tap opens the page that is open, else a new one at its beginning', async () => {
    const [worker] = page.context().serviceWorkers();
    // A finger on a notification is outside the browser, and only such a tap may open a window: so the tap is made here,
    // and what would open is written down instead.
    const tap = (openPages: boolean, tag: string) =>
      worker!.evaluate(`(async () => {
        const done = [];
        WindowClient.prototype.focus = async function () { done.push('focus ' + new URL(this.url).pathname); };
        Clients.prototype.openWindow = async (url) => void done.push('open ' + url);
        const all = Clients.prototype.matchAll;
        if (!${openPages}) Clients.prototype.matchAll = async () => [];
        await self.registration.showNotification('Simpul', { tag: '${tag}' });
        const [notification] = await self.registration.getNotifications({ tag: '${tag}' });
        const event = new NotificationEvent('notificationclick', { notification });
        let waited;
        event.waitUntil = (promise) => (waited = promise);
        self.dispatchEvent(event);
        await waited;
        Clients.prototype.matchAll = all;
        return [...done, (await self.registration.getNotifications({ tag: '${tag}' })).length];
      })()`);
    expect(await tap(true, 'first')).toEqual(['focus /lainnya', 0]);
    expect(await tap(false, 'second')).toEqual(['open /', 0]);
  });

  step('outlives the end of the session, but not somebody else at the same browser', async () => {
    await page.getByRole('button', { name: 'Keluar dari akun' }).click();
    await page.waitForURL((url) => url.pathname === '/masuk-akun');
    expect(await working()).toBe(true);
    expect(await page.evaluate(`localStorage.getItem('test.subscribed')`)).toBe('1');
    await page.getByLabel('Surel').fill('pendamping@uptd-ppa.simpul.example');
    await page.getByLabel('Kata sandi').fill('simpul-demo-prabumulih');
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.waitForURL((url) => url.pathname !== '/masuk-akun');
    await until(
      'the earlier person is no longer rung here',
      async () => (await page.evaluate(`localStorage.getItem('test.subscribed')`)) === null,
    );
    await more();
    await page.getByText('Belum ada perangkat yang memberi tahu Anda.').waitFor();
    await page.context().close();
  });

  it.each<[Size]>([['desktop'], ['phone']])(
    'another device of the same person is listed and taken away (%s)',
    async (size) => {
      page = await stage.signIn(SUPERVISOR, size);
      await page.context().grantPermissions(['notifications'], { origin: stage.address });
      const other = await push.subscribe('x');
      const added = await stage.api.as(SUPERVISOR).post('/notification-devices', {
        ...other,
        browser: 'FIREFOX',
        system: 'WINDOWS',
      });
      expect(added.status).toBe(201);
      await page.addInitScript(`localStorage.setItem('simpul.locale', 'en')`);
      await page.addInitScript(
        subscribesAt(other).replaceAll(`localStorage.getItem('test.subscribed')`, 'false'),
      );
      await page.goto(`${stage.address}/lainnya`);
      await page.getByText('This device does not tell you yet. Another does.').waitFor();
      const remove = page.getByRole('button', { name: 'Remove Firefox on Windows' }).first();
      await remove.scrollIntoViewIfNeeded();
      await keepPicture(page, `push-elsewhere-${size}`);
      expect(await accessFaults(page, `push-elsewhere-${size}`)).toEqual([]);
      await remove.click();
      await page.getByText('Removed.').waitFor();
      await remove.waitFor({ state: 'detached' });
      expect(stage.faults).toEqual([]);
      await page.context().close();
    },
  );
});
