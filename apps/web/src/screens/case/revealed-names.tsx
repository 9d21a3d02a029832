import { useEffect, useState } from 'react';
import { useWords } from '../../words/words';
import type { ReportRevealed, Revealed } from '../../api/contract';
import { Button } from '../../elements/button';
import { IconEyeOff } from '../../elements/icons';

/** The people of a case, or of a report that has none yet. */
type Shown = Revealed | ReportRevealed;
type ShownPerson = Shown['clients'][number];

/** Names in the clear, for as long as the server says, then masked again and gone from memory. */
export function RevealedNames({ data, hide }: { data: Shown; hide: () => void }) {
  const t = useWords();
  const [left, setLeft] = useState(data.shownSeconds);
  useEffect(() => {
    const until = Date.now() + data.shownSeconds * 1000;
    const timer = setInterval(() => {
      const rest = Math.ceil((until - Date.now()) / 1000);
      if (rest <= 0) hide();
      else setLeft(rest);
    }, 500);
    return () => clearInterval(timer);
    // The minute starts when the names appear.
  }, []);
  return (
    <div className="revealed no-print">
      <div className="revealed-bar">
        <span role="status">
          {t(
            data.clients.some(({ name }) => name) || data.narrative ? 'reveal.shown' : 'reveal.shownContact',
          )}
        </span>
        <span className="soft num" aria-hidden="true">
          {t('reveal.left', { n: left })}
        </span>
        <Button icon={<IconEyeOff size={16} aria-hidden="true" />} onClick={hide}>
          {t('safety.hideName')}
        </Button>
      </div>
      {data.clients.map((person, index) => (
        <Person key={index} person={person} title={t('intake.client')} />
      ))}
      {data.reportedPersons?.map((person, index) => (
        <Person key={index} person={person} title={t('intake.reported')} />
      ))}
      {data.reporters?.map((person, index) => (
        <Person key={index} person={person} title={t('intake.reporter')} />
      ))}
      {data.narrative && (
        <dl>
          <Row name={t('intake.narrative')} value={data.narrative} />
        </dl>
      )}
    </div>
  );
}

function Person({ person, title }: { person: ShownPerson; title: string }) {
  const t = useWords();
  const contact = person.safeContact;
  const safe = contact && [contact.value, contact.window, contact.note].filter(Boolean).join(', ');
  return (
    <dl>
      <Row name={title} value={person.name ?? (contact ? undefined : t('case.noName'))} />
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
