import { useState } from 'react';
import { useWords } from '../../words/words';
import { useCodeLabel } from '../../api/codes';
import type { Agency, CaseFile, Disclosure } from '../../api/contract';
import { Button } from '../../elements/button';
import { RefusalNote } from '../../elements/states';
import { IconAlertTriangle, IconFileText } from '../../elements/icons';
import { ConsentDialog } from '../case/consent-dialog';
import type { ConsentFor } from '../case/basis-draft';
import { useRecordBasis } from '../case/consent-form';
import { ConsentWords, STANDARD_TEXT } from '../case/consent-words';

const ADULT = 18;

/** On what ground each class of data may go there; what has none yet can be recorded here. */
export function GroundStep({
  file,
  packet,
  agency,
  serviceCode,
}: {
  file: CaseFile;
  packet: Disclosure;
  agency?: Agency;
  serviceCode: string;
}) {
  const t = useWords();
  const label = useCodeLabel();
  const [asking, setAsking] = useState(false);
  const record = useRecordBasis(file.id, () => undefined);
  const missing = packet.missing ?? [];
  const grounds = groundsOf(packet);
  const classes = missing.map((one) => label('LINGKUP_DATA', one.dataClass));
  const wanted: ConsentFor | undefined = agency && {
    receiverKind: agency.kind,
    receiverAgencyId: agency.id,
    receiverName: agency.name,
    scopes: scopesFor(packet),
    purpose: serviceCode,
  };
  // A child's consent comes from a guardian, and with a disability it is written down what helped: more than one tap.
  const oneTap =
    file.clients.some((client) => client.age == null || client.age >= ADULT) &&
    !file.clients.some(({ disabilities }) => disabilities.some((one) => one !== 'BELUM_DIASESMEN'));
  const refused = missing.some((one) => one.code === 'consent.refused' || one.code === 'consent.withdrawn');

  return (
    <>
      {grounds.map((ground) => (
        <div className="note good" key={ground.basis + ground.words}>
          <IconFileText size={18} aria-hidden="true" />
          <div>
            <b>{label('DASAR_BERBAGI', ground.basis)}</b>
            {ground.words && ground.words !== label('DASAR_BERBAGI', ground.basis) && <> – {ground.words}</>}
            <span className="soft">
              {' '}
              · {ground.classes.map((one) => label('LINGKUP_DATA', one)).join(', ')}
            </span>
          </div>
        </div>
      ))}
      {missing.length > 0 && (
        <div className="note warn" role="status">
          <IconAlertTriangle size={18} aria-hidden="true" />
          <div>
            <p>
              <b>{t(refused ? 'ref.basisRefused' : 'ref.basisMissing')}</b> {classes.join(', ')}.
            </p>
            <p>{t('ref.basisHow')}</p>
            {wanted && !refused && (
              <ConsentWords
                spoken={{
                  receiver: wanted.receiverName ?? '',
                  purpose: wanted.purpose,
                  scopes: wanted.scopes,
                  expiresAt: '',
                  language: 'INDONESIA',
                }}
                version={STANDARD_TEXT}
              />
            )}
            {oneTap && !refused && <p className="soft tiny">{t('consent.easyOral')}</p>}
            <div className="ground-acts">
              {oneTap && !refused && wanted && (
                <Button
                  busy={record.busy}
                  onClick={() =>
                    void record.run({
                      basis: 'PERSETUJUAN',
                      answer: 'GIVEN',
                      receiverKind: wanted.receiverKind,
                      receiverAgencyId: wanted.receiverAgencyId,
                      scopes: wanted.scopes,
                      purpose: wanted.purpose,
                      givenBy: 'SELF',
                      howRecorded: 'LISAN',
                      language: 'INDONESIA',
                      textVersion: STANDARD_TEXT,
                      noWitness: 'ALONE',
                    })
                  }
                >
                  {t('ref.clientAgrees')}
                </Button>
              )}
              <Button onClick={() => setAsking(true)}>{t('ref.otherBasis')}</Button>
            </div>
          </div>
        </div>
      )}
      <RefusalNote problem={record.problem} />
      {grounds.length === 0 && missing.length === 0 && <p className="soft">{t('ref.noBasisNeeded')}</p>}
      {asking && wanted && <ConsentDialog file={file} wanted={wanted} onClose={() => setAsking(false)} />}
    </>
  );
}

interface Ground {
  basis: string;
  words?: string;
  classes: string[];
}

function groundsOf(packet: Disclosure): Ground[] {
  const grounds = new Map<string, Ground>();
  for (const one of packet.basis ?? []) {
    const key = one.basisId ?? one.basis;
    const known = grounds.get(key);
    if (known) known.classes.push(one.dataClass);
    else grounds.set(key, { basis: one.basis, words: one.words, classes: [one.dataClass] });
  }
  return [...grounds.values()];
}

/** The classes that cross; a receiver's own referral needs no scope of its own. */
function scopesFor(packet: Disclosure): string[] {
  const crossing = packet.fields.filter((field) => field.value != null).map((field) => field.dataClass);
  const scopes = [...new Set(crossing)].filter((scope) => scope !== 'OWN_REFERRAL');
  return scopes.length > 0 ? scopes : ['IDENTITY'];
}
