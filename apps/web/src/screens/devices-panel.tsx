import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useAttempt } from '../api/attempt';
import { answer, api, withKey } from '../api/client';
import type { ChannelChoice } from '../api/contract';
import { shortDay } from '../clock/dates';
import { Button } from '../elements/button';
import { IconBell } from '../elements/icons';
import { RefusalNote } from '../elements/states';
import { Status } from '../elements/status';
import { PushNotOn, pushState, subscribeHere, unsubscribeHere, type PushState } from '../safety/push';
import { thisBrowser } from '../safety/this-browser';
import { useLocale, useWords } from '../words/words';

type Device = ChannelChoice['devices'][number];

/** Which of my browsers ring: shown where the city has set up push, or where a device from earlier is still known. */
export function DevicesPanel() {
  const asked = useQuery({
    queryKey: ['channels'],
    queryFn: () => answer(api.GET('/api/notification-channels')),
  });
  const kept = asked.data;
  if (!kept || (!kept.pushKey && kept.devices.length === 0)) return null;
  return <Devices kept={kept} />;
}

function Devices({ kept }: { kept: ChannelChoice }) {
  const t = useWords();
  const [now, setNow] = useState<Awaited<ReturnType<typeof pushState>>>();
  const state = now?.state;
  const [said, setSaid] = useState('');
  useEffect(() => {
    let here = true;
    void pushState(kept).then((found) => here && setNow(found));
    return () => void (here = false);
  }, [kept]);
  return (
    <section className="panel">
      <header>
        <h2>{t('push.title')}</h2>
        {state === 'here' && <Status tone="done">{t('push.on')}</Status>}
      </header>
      <div className="pad stack">
        <p className="soft">{t('push.lead')}</p>
        {state && (
          <ThisBrowser kept={kept} state={state} setState={(next) => setNow({ state: next })} say={setSaid} />
        )}
        <p role="status" className="soft">
          {said}
        </p>
      </div>
      {kept.devices.length > 0 && <DeviceList kept={kept} mine={now?.deviceId} say={setSaid} />}
    </section>
  );
}

interface Here {
  kept: ChannelChoice;
  state: PushState;
  setState: (state: PushState) => void;
  say: (words: string) => void;
}

function ThisBrowser({ kept, state, setState, say }: Here) {
  const t = useWords();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const add = useAttempt(
    (body: Awaited<ReturnType<typeof subscribeHere>> & Pick<Device, 'browser' | 'system'>, key) =>
      answer(api.POST('/api/notification-devices', { body, headers: withKey(key) })),
    {
      done: (now) => client.setQueryData(['channels'], now),
    },
  );
  const switchOn = async () => {
    if (asking) return;
    setAsking(true);
    say('');
    try {
      const subscription = await subscribeHere(kept.pushKey!);
      // What the server does not take shall not ring either.
      if (!(await add.run({ ...subscription, ...thisBrowser(navigator.userAgent) }))) await unsubscribeHere();
    } catch (error) {
      const why = error instanceof PushNotOn ? error.why : 'unreachable';
      if (why === 'denied') setState('denied');
      else say(t(why === 'dismissed' ? 'push.dismissed' : 'push.unreachable'));
    } finally {
      setAsking(false);
    }
  };
  return (
    <>
      <p role="status">{t(`push.state.${state}`)}</p>
      {(state === 'off' || state === 'elsewhere') && kept.pushKey && (
        <>
          <p className="soft">{t('push.own')}</p>
          <p className="save-row">
            <Button
              busy={asking || add.busy}
              icon={<IconBell size={17} aria-hidden="true" />}
              onClick={() => void switchOn()}
            >
              {t('push.switchOn')}
            </Button>
          </p>
        </>
      )}
      <RefusalNote problem={add.problem} />
    </>
  );
}

interface Listed {
  kept: ChannelChoice;
  /** The device that this browser is. */
  mine: string | undefined;
  say: (words: string) => void;
}

function DeviceList({ kept, mine, say }: Listed) {
  const t = useWords();
  const locale = useLocale();
  const client = useQueryClient();
  const remove = useAttempt(
    (id: string, key) =>
      answer(
        api.POST('/api/notification-devices/{id}/removal', {
          params: { path: { id } },
          headers: withKey(key),
        }),
      ),
    {
      done: (now) => {
        // Where it was this browser, it is no longer among them.
        void unsubscribeHere(now.devices).finally(() => client.setQueryData(['channels'], now));
        say(t(now.email && !kept.email ? 'push.removedLast' : 'push.removed'));
      },
    },
  );
  return (
    <>
      <ul className="side-list devices" aria-label={t('push.devices')}>
        {kept.devices.map((device) => {
          const name = t('push.device', {
            browser: t(`push.browser.${device.browser}`),
            system: t(`push.system.${device.system}`),
          });
          return (
            <li key={device.id}>
              <span>
                {name}
                <span className="soft tiny">
                  {device.id === mine && `${t('push.this')} · `}
                  {t('push.since', { day: shortDay(device.since, locale) })}
                </span>
              </span>
              <Button
                kind="quiet"
                busy={remove.busy}
                aria-label={t('push.removeIt', { device: name })}
                onClick={() => void remove.run(device.id)}
              >
                {t('push.remove')}
              </Button>
            </li>
          );
        })}
      </ul>
      {remove.problem && (
        <div className="pad">
          <RefusalNote problem={remove.problem} />
        </div>
      )}
    </>
  );
}
