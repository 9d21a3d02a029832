// Shows that something waits, and opens Simpul. It answers no request of a page and keeps nothing: it listens to a push
// and to a tap, and its content policy lets it load nothing. What is shown are these sentences and a number.
const SENTENCES = {
  id: { some: 'Ada yang menunggu Anda di Simpul.', many: 'Ada {n} hal yang menunggu Anda di Simpul.' },
  en: { some: 'Something in Simpul waits for you.', many: '{n} things in Simpul wait for you.' },
};
const TAG = 'simpul';

self.addEventListener('push', (event) => event.waitUntil(show(event.data)));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open());
});

/** A push that cannot be read says so little that the sentence without a number is right for it too. */
async function show(data) {
  const { count, locale } = read(data);
  const { some, many } = SENTENCES[locale === 'en' ? 'en' : 'id'];
  // A number is right only for what it came with: over one that still stands, the sentence goes without.
  const standing = await self.registration.getNotifications({ tag: TAG });
  const known = standing.length === 0 && Number.isInteger(count) && count > 1 && count < 1000;
  await self.registration.showNotification('Simpul', {
    body: known ? many.replace('{n}', String(count)) : some,
    lang: locale === 'en' ? 'en' : 'id',
    tag: TAG,
    renotify: true,
  });
}

function read(data) {
  try {
    return data.json() ?? {};
  } catch {
    return {};
  }
}

/** To the page that is open, as it stands: somebody may be typing there. Else a new one at its beginning. */
async function open() {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages[0]) return pages[0].focus();
  return self.clients.openWindow('/');
}
