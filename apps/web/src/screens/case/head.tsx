import { useEffect, useState } from 'react';
import { useLocale, useWords } from '../../words/words';
import { can } from '../../api/acts';
import type { CaseFile, Revealed, RevealedPerson } from '../../api/contract';
import { daysBetween } from '../../clock/dates';
import { useNow } from '../../clock/use-now';
import { useCodeLabel } from '../../api/codes';
import { Button } from '../../elements/button';
import { Go } from '../../elements/go';
import { RiskBadge } from '../../elements/status';
import { IconClipboardCheck, IconEye, IconEyeOff, IconScale, IconSend } from '../../elements/icons';
import { RevealDialog } from './reveal-dialog';

export type CaseDialog = 'consent' | 'milestone';

export function CaseHead({ file, openDialog }: { file: CaseFile; openDialog: (dialog: CaseDialog) => void }) {
  const t = useWords();
  const locale = useLocale();
  const label = useCodeLabel();
  const now = useNow();
  const [asking, setAsking] = useState(false);
  const [revealed, setRevealed] = useState<Revealed>();
  const first = file.clients[0];
  const owner = file.owner.name;
  const kinds = file.tracks.map((track) => t(`track.${track}` as 'track.KTP'));
  const contexts = file.contexts.map((context) => label('KONTEKS_KASUS', context));

  return (
    <section className="panel case-head">
      <div className="who">
        <h1>{file.number}</h1>
        <span className="masked">{first?.maskedName ?? t('case.noName')}</span>
        {file.clients.length > 1 && (
          <span className="soft">{t('case.andOthers', { n: file.clients.length - 1 })}</span>
        )}
        {can(file.availableActs, 'case.reveal') && !revealed && (
          <Button icon={<IconEye size={16} aria-hidden="true" />} onClick={() => setAsking(true)}>
            {t('safety.showName')}
          </Button>
        )}
      </div>
      <div className="case-acts no-print">
        {can(file.availableActs, 'referral.draft') && (
          <Go className="btn pri" to={`/kasus/${file.id}/rujuk`}>
            <IconSend size={16} aria-hidden="true" />
            {t('ref.send')}
          </Go>
        )}
        {can(file.availableActs, 'screening.record') && (
          <Go className="btn" to={`/kasus/${file.id}/asesmen`}>
            <IconClipboardCheck size={16} aria-hidden="true" />
            {t(file.screening ? 'case.rescreen' : 'case.screen')}
          </Go>
        )}
        {can(file.availableActs, 'consent.record') && (
          <Button icon={<IconScale size={16} aria-hidden="true" />} onClick={() => openDialog('consent')}>
            {t('case.consent')}
          </Button>
        )}
      </div>
      <p className="kind">
        <RiskBadge risk={file.risk} />
        <span>{[...kinds, ...contexts].join(' – ') || t('track.none')}</span>
        <span className="soft">{t('case.day', { n: daysBetween(file.reportedAt, now) + 1 })}</span>
        <span className="soft">{t('case.owner', { name: owner })}</span>
      </p>
      {revealed && <RevealedNames data={revealed} hide={() => setRevealed(undefined)} key={locale} />}
      {asking && (
        <RevealDialog
          caseId={file.id}
          onClose={() => setAsking(false)}
          onRevealed={(data) => {
            setAsking(false);
            setRevealed(data);
          }}
        />
      )}
    </section>
  );
}

const SHOWN_SECONDS = 60;

/** Names in the clear, for a minute, then masked again and gone from memory. */
function RevealedNames({ data, hide }: { data: Revealed; hide: () => void }) {
  const t = useWords();
  const [left, setLeft] = useState(SHOWN_SECONDS);
  useEffect(() => {
    const until = Date.now() + SHOWN_SECONDS * 1000;
    const timer = setInterval(() => {
      const rest = Math.ceil((until - Date.now()) / 1000);
      if (rest <= 0) hide();
      else setLeft(rest);
    }, 500);
    return () => clearInterval(timer);
    // The minute starts when the names appear.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <div className="revealed no-print">
      <div className="revealed-bar">
        <span role="status">{t('reveal.shown')}</span>
        <span className="soft num" aria-hidden="true">
          {t('reveal.left', { n: left })}
        </span>
        <Button icon={<IconEyeOff size={16} aria-hidden="true" />} onClick={hide}>
          {t('safety.hideName')}
        </Button>
      </div>
      {data.clients.map((person) => (
        <Person key={person.id} person={person} title={t('intake.client')} />
      ))}
      {data.reportedPersons?.map((person) => (
        <Person key={person.id} person={person} title={t('intake.reported')} />
      ))}
      {data.reporters?.map((person) => (
        <Person key={person.id} person={person} title={t('intake.reporter')} />
      ))}
      {data.narrative && (
        <dl>
          <Row name={t('intake.narrative')} value={data.narrative} />
        </dl>
      )}
    </div>
  );
}

function Person({ person, title }: { person: RevealedPerson; title: string }) {
  const t = useWords();
  const contact = person.safeContact;
  const safe = contact && [contact.value, contact.window, contact.note].filter(Boolean).join(', ');
  return (
    <dl>
      <Row name={title} value={person.name ?? t('case.noName')} />
      <Row name={t('intake.nik')} value={person.nik} />
      <Row name={t('intake.birthDate')} value={person.birthDate} />
      <Row name={t('intake.phone')} value={person.phone} />
      <Row name={t('intake.address')} value={person.address} />
      <Row name={t('intake.school')} value={person.school} />
      <Row name={t('safety.contact')} value={safe} />
    </dl>
  );
}

function Row({ name, value }: { name: string; value?: string | null }) {
  if (!value) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
