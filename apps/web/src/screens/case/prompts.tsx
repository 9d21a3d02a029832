import { useLocale, useWords } from '../../words/words';
import type { CaseFile, Locale, Prompt } from '../../api/contract';
import { Go } from '../../elements/go';
import { IconAlertTriangle, IconInfoCircle, IconPhone, IconScale } from '../../elements/icons';
import './parts.css';

export function promptWords(prompt: Prompt, locale: Locale): string {
  return typeof prompt.words === 'string' ? prompt.words : (prompt.words?.[locale] ?? prompt.code);
}

/** What the rules ask a person to think of. They tell and ask; they decide nothing. */
export function UrgentPrompts({ prompts, lane }: { prompts: Prompt[]; lane?: string }) {
  const t = useWords();
  const locale = useLocale();
  const now = prompts.filter((prompt) => prompt.kind === 'NOW');
  if (now.length === 0 && !lane) return null;
  return (
    <section className="note alarm" aria-label={t('prompt.now')}>
      <IconAlertTriangle size={18} aria-hidden="true" />
      <div>
        {now.map((prompt) => (
          <p key={prompt.code}>
            <b>{promptWords(prompt, locale)}</b>
          </p>
        ))}
        {lane && (
          <p>
            <Go className="btn pri lg" to={lane}>
              <IconPhone size={18} aria-hidden="true" />
              {t('lane.open')}
            </Go>
          </p>
        )}
      </div>
    </section>
  );
}

/** Duties and questions, folded: what the law runs, and what is to be asked when it is safe. */
export function PromptList({
  prompts,
  mediation,
  open,
}: {
  prompts: Prompt[];
  mediation?: CaseFile['mediation'];
  open?: boolean;
}) {
  const t = useWords();
  const locale = useLocale();
  const duty = prompts.filter((prompt) => prompt.kind === 'DUTY');
  const ask = prompts.filter((prompt) => prompt.kind !== 'NOW' && prompt.kind !== 'DUTY');
  // "Not before a second screening" is a refusal as well; only a case without violence has nothing to refuse.
  const refused = mediation && !mediation.allowed && mediation.code !== 'NOT_APPLICABLE';
  const said = mediation?.words as string | Record<Locale, string> | undefined;
  if (duty.length === 0 && ask.length === 0 && !refused) return null;
  return (
    <details className="prompts panel" open={open}>
      <summary>{t('prompt.title', { n: duty.length + ask.length + (refused ? 1 : 0) })}</summary>
      <ul>
        {duty.map((prompt) => (
          <li key={prompt.code}>
            <IconScale size={16} aria-hidden="true" />
            <span>{promptWords(prompt, locale)}</span>
          </li>
        ))}
        {refused && said && (
          <li>
            <IconScale size={16} aria-hidden="true" />
            <span>{typeof said === 'string' ? said : said[locale]}</span>
          </li>
        )}
        {ask.map((prompt) => (
          <li key={prompt.code}>
            <IconInfoCircle size={16} aria-hidden="true" />
            <span>{promptWords(prompt, locale)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
