import { useWords } from '../../words/words';
import type { CaseFile, Role } from '../../api/contract';
import { can } from '../../api/acts';
import { Go } from '../../elements/go';
import { Avatar } from '../../elements/marks';

export function Team({ file }: { file: CaseFile }) {
  const t = useWords();
  const team = file.team ?? [];
  if (team.length === 0) return null;
  return (
    <section className="panel" aria-label={t('team.title')}>
      <header>
        <h2>{t('team.title')}</h2>
        {can(file.availableActs, 'case.history') && (
          <Go to={`/kasus/${file.id}/akses`}>{t('viewers.link')}</Go>
        )}
      </header>
      <ul className="side-list">
        {team.map((member) => {
          const name = member.name;
          return (
            <li key={member.accountId ?? name} className="agency">
              <Avatar name={name} small />
              <span>
                {name}
                {member.role && <small className="soft tiny"> · {t(`role.${member.role as Role}`)}</small>}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
