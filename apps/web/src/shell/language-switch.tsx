import { speak, useLocale, useWords } from '../words/words';

export function LanguageSwitch() {
  const t = useWords();
  const locale = useLocale();
  const other = locale === 'id' ? 'en' : 'id';
  return (
    <button type="button" className="btn quiet" lang={other} onClick={() => void speak(other)}>
      {t('lang.other')}
    </button>
  );
}
