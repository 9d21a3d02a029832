import { useState } from 'react';
import { speak, useLocale, useWords } from '../words/words';
import { lock, signOut, useSession } from '../api/session';
import { Go } from '../elements/go';
import { Button } from '../elements/button';
import { IconKey, IconLanguage, IconLock, IconLogout, IconShieldCheck, IconUsers } from '../elements/icons';
import { placesOf } from '../shell/places';
import { ChannelsPanel } from './channels-panel';
import { DevicesPanel } from './devices-panel';
import './home.css';

/** The profile, every place of the navigation again (the bar of a phone shows only some), help and the way out. */
export default function More() {
  const t = useWords();
  const locale = useLocale();
  const session = useSession();
  const [leaving, setLeaving] = useState(false);
  const other = locale === 'id' ? 'en' : 'id';
  return (
    <>
      <div className="head">
        <div>
          <h1>{session.account.displayName}</h1>
          <p>
            {t(`role.${session.account.role}`)} · {session.agency.name}
          </p>
        </div>
      </div>
      <div className="more-grid">
        <section className="panel" aria-label={t('nav.label')}>
          <ul className="more-list">
            {placesOf(session).map((place) => (
              <li key={place.path}>
                <Go to={place.path}>
                  <place.icon size={19} aria-hidden="true" />
                  {t(place.words)}
                </Go>
              </li>
            ))}
          </ul>
        </section>
        <section className="panel" aria-label={t('more.settings')}>
          <ul className="more-list">
            <li>
              <button type="button" lang={other} onClick={() => void speak(other)}>
                <IconLanguage size={19} aria-hidden="true" />
                {t('lang.other')}
              </button>
            </li>
            <li>
              <Go to="/keamanan">
                <IconShieldCheck size={19} aria-hidden="true" />
                {t('more.security')}
              </Go>
            </li>
            {session.permissions.includes('account.newcomers') && (
              <li>
                <Go to="/rekan-baru">
                  <IconUsers size={19} aria-hidden="true" />
                  {t('newcomers.title')}
                </Go>
              </li>
            )}
            {session.permissions.includes('account.recoveries') && (
              <li>
                <Go to="/pemulihan">
                  <IconUsers size={19} aria-hidden="true" />
                  {t('more.recoveries')}
                </Go>
              </li>
            )}
            {session.permissions.includes('transfer.read') && (
              <li>
                <Go to="/pelimpahan">
                  <IconUsers size={19} aria-hidden="true" />
                  {t('transfer.list')}
                </Go>
              </li>
            )}
            {session.permissions.includes('account.departures') && (
              <li>
                <Go to="/serah-terima">
                  <IconUsers size={19} aria-hidden="true" />
                  {t('more.departures')}
                </Go>
              </li>
            )}
            <li>
              <Go to="/kata-sandi">
                <IconKey size={19} aria-hidden="true" />
                {t('password.title')}
              </Go>
            </li>
            <li>
              <button type="button" onClick={() => lock('asked')}>
                <IconLock size={19} aria-hidden="true" />
                {t('safety.lock')}
              </button>
            </li>
          </ul>
        </section>
        <ChannelsPanel />
        <DevicesPanel />
        <section className="panel">
          <div className="pad home">
            <h2>{t('more.exitTitle')}</h2>
            <p>{t('more.exit1')}</p>
            <p>{t('more.exit2')}</p>
            <h2>{t('more.draftTitle')}</h2>
            <p>{t('more.drafts')}</p>
            <h2>{t('more.secrecyTitle')}</h2>
            <p>{t('more.secrecy')}</p>
          </div>
        </section>
        <p className="more-row">
          <Button
            large
            busy={leaving}
            icon={<IconLogout size={18} aria-hidden="true" />}
            onClick={() => {
              setLeaving(true);
              void signOut();
            }}
          >
            {t('more.signOut')}
          </Button>
        </p>
      </div>
    </>
  );
}
