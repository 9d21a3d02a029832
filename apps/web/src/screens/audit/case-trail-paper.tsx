import type { CaseTrail } from '../../api/contract';
import { useSession } from '../../api/session';
import { exactMoment, wholeNumber } from '../../clock/dates';
import { Button } from '../../elements/button';
import { useLocale, useWords } from '../../words/words';
import { capitalized } from '../audit-words';
import './sheet.css';
import './case-trail.css';

/** One case's trail as a document: to print, and the file beside it that proves each line. Kept in no address. */
export function CaseTrailPaper({ trail, onClose }: { trail: CaseTrail; onClose: () => void }) {
  const t = useWords();
  return (
    <>
      <div className="head no-print">
        <div>
          <h1>{t('trailOut.title')}</h1>
          <p>{t('trailOut.paperLead')}</p>
        </div>
        <div className="trail-paper-acts">
          <Button onClick={onClose}>{t('trailOut.back')}</Button>
          <Button onClick={() => save(trail)}>{t('trailOut.file')}</Button>
          <Button kind="pri" onClick={() => window.print()}>
            {t('trailOut.print')}
          </Button>
        </div>
      </div>
      <Paper trail={trail} />
    </>
  );
}

function Paper({ trail }: { trail: CaseTrail }) {
  const t = useWords();
  const locale = useLocale();
  const { account, agency } = useSession();
  const { caseNumber, caseRef, at, reason, lines, unsealed, seal, size, root } = trail;
  const rows: [string, string][] = [
    [t('trailOut.case'), caseNumber ?? caseRef],
    ...(caseNumber ? ([[t('trailOut.ref'), caseRef]] satisfies [string, string][]) : []),
    [t('trailOut.reason'), t(`trailOut.reason.${reason}`)],
    [t('trailOut.by'), `${account.displayName}, ${agency.name}, ${exactMoment(at, locale)}`],
    [t('trailOut.lines'), wholeNumber(lines.length, locale)],
    [
      t('trailOut.seal'),
      t('trailOut.sealOf', { n: wholeNumber(seal, locale), size: wholeNumber(size, locale) }),
    ],
    [t('sheet.root'), root],
  ];
  return (
    <article className="sheet trail-paper" aria-label={t('trailOut.title')}>
      <header>
        <h2>{t('trailOut.heading')}</h2>
      </header>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <table>
        <caption className="hidden">{t('trailOut.heading')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('trailOut.number')}</th>
            <th scope="col">{t('audit.when')}</th>
            <th scope="col">{t('audit.who')}</th>
            <th scope="col">{t('audit.what')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.number}>
              <td className="num">{wholeNumber(line.number, locale)}</td>
              <td className="num">{exactMoment(line.at, locale)}</td>
              <td>
                {line.name ?? t('audit.system')}
                {line.agency && <small>{line.agency}</small>}
              </td>
              <td>{capitalized(line.sentence)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <footer>
        {unsealed > 0 && <p>{t('trailOut.unsealed', { n: unsealed })}</p>}
        <p>{t('trailOut.secret')}</p>
        <p>{t('trailOut.how')}</p>
        <code>node verify.mjs {fileName(trail)} --key ledger.key.pub</code>
      </footer>
    </article>
  );
}

/** The file's name goes wherever the file goes: the pseudonym, not the case's number. */
const fileName = ({ caseRef }: CaseTrail): string => `jejak-${caseRef.slice(0, 8)}.ndjson`;

function save(trail: CaseTrail): void {
  const address = URL.createObjectURL(new Blob([trail.file], { type: 'application/x-ndjson' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: fileName(trail) });
  link.click();
  // Some browsers begin the download after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
