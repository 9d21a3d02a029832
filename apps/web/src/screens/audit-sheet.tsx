import { useEffect, useState } from 'react';
import { useAttempt } from '../api/attempt';
import { answer, api, withKey } from '../api/client';
import type { CheckpointSheet } from '../api/contract';
import { useSession } from '../api/session';
import { exactMoment, longDay, wholeNumber } from '../clock/dates';
import { Button } from '../elements/button';
import { Crumb } from '../elements/crumb';
import { Qr } from '../elements/qr';
import { RefusalNote } from '../elements/states';
import { useLocale, useWords } from '../words/words';
import './audit/sheet.css';

/**
 * The newest seal on one sheet of paper, to be signed by hand and kept away from the server: whoever rewrites the
 * ledger later cannot rewrite the paper. Making the sheet is the recorded act; printing it again is the browser's.
 */
export default function AuditSheet() {
  const t = useWords();
  const [sheet, setSheet] = useState<CheckpointSheet>();
  const make = useAttempt(
    (_: void, key) => answer(api.POST('/api/audit/checkpoints/prints', { headers: withKey(key) })),
    { done: setSheet, refreshes: ['checkpoint'] },
  );
  useEffect(() => {
    if (sheet) window.print();
  }, [sheet]);
  return (
    <>
      <div className="no-print">
        <Crumb above={[{ to: '/audit', label: t('nav.audit') }]} here={t('sheet.title')} />
        <div className="head">
          <div>
            <h1>{t('sheet.title')}</h1>
            <p>{t('sheet.lead')}</p>
          </div>
          {sheet ? (
            <Button large kind="pri" onClick={() => window.print()}>
              {t('sheet.print')}
            </Button>
          ) : (
            <Button large kind="pri" busy={make.busy} onClick={() => void make.run()}>
              {t('sheet.make')}
            </Button>
          )}
        </div>
        <p className="soft small sheet-recorded">{t('sheet.recorded')}</p>
        <RefusalNote problem={make.problem} />
      </div>
      {sheet && <Sheet sheet={sheet} />}
    </>
  );
}

function Sheet({ sheet }: { sheet: CheckpointSheet }) {
  const t = useWords();
  const locale = useLocale();
  const { displayName } = useSession().account;
  const [ledger = ''] = sheet.note.split('\n');
  const rows: [string, string][] = [
    [t('sheet.sealedAt'), exactMoment(sheet.at, locale)],
    [t('sheet.number'), wholeNumber(sheet.number, locale)],
    [t('sheet.size'), wholeNumber(sheet.size, locale)],
    [t('sheet.root'), inFours(sheet.root)],
    [t('sheet.key'), sheet.publicKey],
    [t('sheet.witnesses'), sheet.witnesses.join(', ') || t('sheet.noWitness')],
  ];
  return (
    <article className="sheet" aria-label={t('sheet.title')}>
      <header>
        <h2>{t('sheet.title')}</h2>
        <p>{longDay(sheet.printedAt, locale)}</p>
        <p>{ledger}</p>
      </header>
      <div className="sheet-body">
        <dl>
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <Qr text={sheet.note} label={t('sheet.qr')} />
      </div>
      <h3>{t('sheet.note')}</h3>
      <pre>{sheet.note}</pre>
      <p>{t('sheet.safe')}</p>
      <div className="sheet-signs">
        {[t('sheet.printedBy', { name: displayName }), t('sheet.second')].map((who) => (
          <div key={who}>
            <b>{who}</b>
            <span>{t('sheet.name')}</span>
            <span>{t('sheet.day')}</span>
            <span className="signature">{t('sheet.signature')}</span>
          </div>
        ))}
      </div>
      <footer>
        <p>{t('sheet.how')}</p>
        <code>node verify.mjs ledger.ndjson --key ledger.key.pub --checkpoint lembar.txt</code>
        <p>{t('sheet.printedAt', { time: exactMoment(sheet.printedAt, locale) })}</p>
      </footer>
    </article>
  );
}

/** So that two people can compare it by reading aloud. */
const inFours = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1 ');
