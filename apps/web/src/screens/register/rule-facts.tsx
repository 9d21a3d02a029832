import { useWords } from '../../words/words';
import { useCodeLabel } from '../../api/codes';
import type { RuleText } from '../../api/contract';
import { useLimitWords } from './rule-words';

/** Everything a rule says, in words. */
export function RuleFacts({ rule, owes }: { rule: RuleText; owes?: string }) {
  const t = useWords();
  const label = useCodeLabel();
  const limit = useLimitWords();
  const facts: [string, string][] = [
    [t('rule.limit'), `${limit(rule)} (“${rule.wording}”)`],
    [t('rule.basis'), `${rule.basisWords} · ${rule.citation}`],
    [t('rule.certainty'), t(`rule.certainty.${rule.certainty as 'H'}`)],
    ...(owes ? [[t('rule.owes'), owes] as [string, string]] : []),
    [t('rule.trigger'), rule.triggerWords],
    [t('rule.condition'), rule.appliesWhen === 'ALWAYS' ? t('rule.always') : rule.appliesWhen],
    [t('rule.reminders'), rule.reminderOffsets.join(', ')],
    [t('rule.escalates'), rule.escalateWords],
    [t('rule.owner'), label('JENIS_INSTANSI', rule.owner)],
    ...(rule.notes ? [[t('rule.notes'), rule.notes] as [string, string]] : []),
  ];
  return (
    <>
      {rule.needsLegalCheck && <p className="note warn">{t('rule.uncheckedMore')}</p>}
      <dl className="rule-facts">
        {facts.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
