import { useLocale, useWords } from '../../words/words';
import { useCodeLabel } from '../../api/codes';
import type { RuleText } from '../../api/contract';
import { sourceWords } from '../../elements/source-words';
import { useLimitWords } from './rule-words';

/** Everything a rule says, in words. */
export function RuleFacts({ rule, owes }: { rule: RuleText; owes?: string }) {
  const t = useWords();
  const locale = useLocale();
  const label = useCodeLabel();
  const limit = useLimitWords();
  const facts: [string, string][] = [
    [t('rule.limit'), `${limit(rule)} (“${sourceWords(rule.wording, locale)}”)`],
    [t('rule.basis'), `${rule.basisWords} · ${sourceWords(rule.citation, locale)}`],
    [t('rule.certainty'), t(`rule.certainty.${rule.certainty as 'H'}`)],
    ...(owes ? [[t('rule.owes'), owes] as [string, string]] : []),
    [t('rule.trigger'), rule.triggerWords],
    [t('rule.condition'), rule.appliesWhen === 'ALWAYS' ? t('rule.always') : rule.appliesWhen],
    [t('rule.reminders'), rule.reminderOffsets.join(', ')],
    [t('rule.escalates'), rule.escalateWords],
    [t('rule.owner'), label('JENIS_INSTANSI', rule.owner)],
    ...(rule.notes ? [[t('rule.notes'), sourceWords(rule.notes, locale)] as [string, string]] : []),
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
