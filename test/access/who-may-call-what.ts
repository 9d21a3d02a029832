/**
 * Who may call which route, written by hand from the roles' work (not from the code): change it only together with a
 * person who answers for access. `x` = the guard lets the role through; scope, consent, state and row-level security
 * still decide after it. `.` = 403.
 */
export const COLUMNS = {
  IC: 'konselor@uptd-ppa',
  CW: 'pendamping@uptd-ppa',
  PS: 'psikolog@uptd-ppa',
  SV: 'kepala@uptd-ppa',
  AO: 'petugas@rsud-igd',
  AH: 'kepala@rsud-igd',
  DH: 'kepala@dppkbpppa',
  PL: 'perencana@bappeda',
  LO: 'hukum@bagian-hukum',
  AU: 'auditor@inspektorat',
  AD: 'admin@diskominfo',
  IO: 'integritas@inspektorat',
} as const;
export type Column = keyof typeof COLUMNS;

/** Open to everybody, each for a reason: signing in, the load balancer, the description of the interface. */
export const OPEN = ['POST /sessions', 'GET /health/live', 'GET /health/ready', 'GET /openapi.json'] as const;

const MATRIX = `
                                           IC CW PS SV  AO AH  DH PL LO AU AD
everybody's own
GET    /sessions/current                    x  x  x  x   x  x   x  x  x  x  x
POST   /sessions/current/confirmation       x  x  x  x   x  x   x  x  x  x  x
DELETE /sessions/current                    x  x  x  x   x  x   x  x  x  x  x
GET    /notifications                       x  x  x  x   x  x   x  x  x  x  x
POST   /notifications/{id}/reading          x  x  x  x   x  x   x  x  x  x  x
GET    /notification-channels               x  x  x  x   x  x   x  x  x  x  x
PATCH  /notification-channels               x  x  x  x   x  x   x  x  x  x  x
POST   /accounts/current/password           x  x  x  x   x  x   x  x  x  x  x
GET    /events                              x  x  x  x   x  x   x  x  x  x  x

says nothing about a person
GET    /codes                               x  x  x  x   x  x   x  x  x  x  x
GET    /regions                             x  x  x  x   x  x   x  x  x  x  x
GET    /agencies                            x  x  x  x   x  x   x  x  x  x  x
GET    /services                            x  x  x  x   x  x   x  x  x  x  x
GET    /duty-roster                         x  x  x  x   x  x   x  x  x  x  x
GET    /duty-roster/shifts                  x  x  x  x   x  x   x  x  x  x  x
POST   /duty-roster/shifts                  .  .  .  x   .  x   .  .  .  .  .
POST   /duty-roster/shifts/{id}/removal     .  .  .  x   .  x   .  .  .  .  .
POST   /duty-roster/absences                .  .  .  x   .  x   .  .  .  .  .
POST   /duty-roster/absences/{id}/removal   .  .  .  x   .  x   .  .  .  .  .
POST   /duty-roster/fallback                .  .  .  x   .  x   .  .  .  .  .
GET    /deadline-rules                      x  x  x  x   x  x   x  x  x  x  x
GET    /deadline-rules/{ruleId}/versions    x  x  x  x   x  x   x  x  x  x  x
POST   /deadline-rules/{ruleId}/effect      .  .  .  .   .  .   .  .  x  .  .
POST   /deadline-rules/{ruleId}/versions    .  .  .  .   .  .   .  .  x  .  .
POST   /deadline-rules/{ruleId}/retirement  .  .  .  .   .  .   .  .  x  .  .
GET    /deadline-rule-versions/{id}/effect  .  .  .  .   .  .   .  .  x  .  .
POST   /deadline-rule-versions/{id}/approval .  .  .  .   .  .   .  .  x  .  .
POST   /deadline-rule-versions/{id}/withdrawal .  .  .  .   .  .   .  .  x  .  .
GET    /holidays                            x  x  x  x   x  x   x  x  x  x  x
POST   /holidays                            .  .  .  .   .  .   .  .  x  .  x
POST   /holidays/{id}/removal               .  .  .  .   .  .   .  .  x  .  x
POST   /holiday-imports                     .  .  .  .   .  .   .  .  x  .  x

a report and its case: the team and nobody else
POST   /reports                             x  x  .  x   .  .   .  .  .  .  .
GET    /reports                             x  x  .  x   .  .   .  .  .  .  .
GET    /reports/{id}                        x  x  .  x   .  .   .  .  .  .  .
POST   /reports/{id}/reveal                 x  x  .  x   .  .   .  .  .  .  .
POST   /reports/{id}/matches                x  x  .  x   .  .   .  .  .  .  .
POST   /reports/{id}/opening                x  x  .  x   .  .   .  .  .  .  .
POST   /reports/{id}/joining                x  x  .  x   .  .   .  .  .  .  .
POST   /reports/{id}/outside-mandate        x  x  .  x   .  .   .  .  .  .  .
GET    /cases                               x  x  x  x   .  .   .  .  .  .  .
POST   /cases/matches                       x  x  .  x   .  .   .  .  .  .  .
GET    /cases/{id}                          x  x  x  x   .  .   .  .  .  .  .
PATCH  /cases/{id}                          x  x  .  x   .  .   .  .  .  .  .
POST   /cases/{id}/reveal                   x  x  x  x   .  .   .  .  .  .  .
GET    /cases/{id}/history                  x  x  x  x   .  .   .  .  .  .  .
GET    /cases/{id}/viewers                  x  x  x  x   .  .   .  .  .  .  .
POST   /cases/{id}/persons                  x  x  .  x   .  .   .  .  .  .  .
PATCH  /cases/{id}/persons/{personId}       x  x  .  x   .  .   .  .  .  .  .
GET    /cases/{id}/notes                    x  x  x  x   .  .   .  .  .  .  .
POST   /cases/{id}/notes                    x  x  x  x   .  .   .  .  .  .  .
POST   /cases/{id}/milestones               x  x  .  x   .  .   .  .  .  .  .
POST   /cases/{id}/members                  x  x  .  x   .  .   .  .  .  .  .
POST   /cases/{id}/members/{accountId}/ending x  x  .  x   .  .   .  .  .  .  .
POST   /cases/{id}/closings                 x  x  .  x   .  .   .  .  .  .  .
POST   /closings/{id}/approval              x  x  .  x   .  .   .  .  .  .  .
POST   /closings/{id}/rejection             x  x  .  x   .  .   .  .  .  .  .
POST   /closings/{id}/withdrawal            x  x  .  x   .  .   .  .  .  .  .
POST   /cases/{id}/reopening                x  x  .  x   .  .   .  .  .  .  .
POST   /cases/{id}/aftercare-checks         x  x  .  x   .  .   .  .  .  .  .
POST   /cases/{id}/screenings               x  x  .  x   .  .   .  .  .  .  .
POST   /screenings/{id}/approval            x  x  .  x   .  .   .  .  .  .  .
GET    /cases/{id}/suggested-receivers      x  x  .  x   .  .   .  .  .  .  .
POST   /cases/{id}/consents                 x  x  .  x   .  .   .  .  .  .  .
POST   /consents/{id}/withdrawal            x  x  .  x   .  .   .  .  .  .  .

a referral, from the side that sends
POST   /cases/{id}/referrals                x  x  .  x   .  .   .  .  .  .  .
PATCH  /referrals/{id}                      x  x  .  x   .  .   .  .  .  .  .
GET    /referrals/{id}/disclosure           x  x  .  x   .  .   .  .  .  .  .
POST   /referrals/{id}/sending              x  x  .  x   .  .   .  .  .  .  .
POST   /referrals/{id}/answer               x  x  .  x   .  .   .  .  .  .  .
POST   /referrals/{id}/cancellation         x  x  .  x   .  .   .  .  .  .  .
POST   /referrals/{id}/confirmation         x  x  .  x   .  .   .  .  .  .  .

from either side
GET    /referrals/{id}                      x  x  x  x   x  x   .  .  .  .  .

from the side that receives (PUSPAGA and UPTD PPA receive as well)
GET    /inbox                               x  x  .  x   x  x   .  .  .  .  .
POST   /referrals/{id}/receipt              x  x  .  x   x  x   .  .  .  .  .
POST   /referrals/{id}/question             x  x  .  x   x  x   .  .  .  .  .
POST   /referrals/{id}/acceptance           x  x  .  x   x  x   .  .  .  .  .
POST   /referrals/{id}/rejection            x  x  .  x   x  x   .  .  .  .  .
POST   /referrals/{id}/service-start        x  x  .  x   x  x   .  .  .  .  .
POST   /referrals/{id}/progress             x  x  .  x   x  x   .  .  .  .  .
POST   /referrals/{id}/completion           x  x  .  x   x  x   .  .  .  .  .
POST   /referrals/{id}/failure              x  x  .  x   x  x   .  .  .  .  .

duties and their clocks
GET    /worklist                            x  x  x  x   x  x   x  .  .  .  .
GET    /worklist/overdue-board              .  .  .  x   .  .   x  .  .  .  .
GET    /deadlines                           x  x  x  x   x  x   x  .  .  .  .
POST   /deadlines/{id}/acknowledgement      x  x  x  x   x  x   x  .  .  .  .
POST   /deadlines/{id}/reminder             x  x  .  x   .  .   .  .  .  .  .
POST   /deadlines/{id}/pause                .  x  .  x   .  .   .  .  .  .  .
POST   /deadlines/{id}/resumption           .  x  .  x   .  .   .  .  .  .  .
GET    /deadlines/{id}/waiver               .  x  .  x   .  .   .  .  .  .  .
POST   /deadlines/{id}/waiver               .  x  .  x   .  .   .  .  .  .  .
POST   /deadlines/{id}/waiver-approval      .  x  .  x   .  .   .  .  .  .  .

who is let in: the IT office, which then sees nothing of it
GET    /accounts                            .  .  .  .   .  .   .  .  .  .  x
POST   /accounts                            .  .  .  .   .  .   .  .  .  .  x
POST   /accounts/{id}/deactivation          .  .  .  .   .  .   .  .  .  .  x
POST   /accounts/{id}/reset                 .  .  .  .   .  .   .  .  .  .  x

what happened
GET    /audit/people                        .  .  .  x   .  .   .  .  .  x  .
GET    /audit/entries                       .  .  .  x   .  .   .  .  .  x  .
POST   /audit/verifications                 .  .  .  x   .  .   .  .  .  x  .
GET    /audit/checkpoints/latest            .  .  .  x   .  .   .  .  .  x  .
GET    /audit/export                        .  .  .  x   .  .   .  .  .  x  .
`;

export interface RouteRow {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  allowed: ReadonlySet<Column>;
}

export const ROWS: RouteRow[] = MATRIX.split('\n')
  .filter((line) => /^[A-Z]+ +\//.test(line))
  .map((line) => {
    const [method, path, ...marks] = line.trim().split(/\s+/);
    const columns = Object.keys(COLUMNS) as Column[];
    // The integrity officer, last, where a row has no mark of its own: what is everybody's, and nothing else.
    if (marks.length === columns.length - 1) marks.push(marks.includes('.') ? '.' : 'x');
    if (marks.length !== columns.length || marks.some((mark) => !/^[x.]$/.test(mark)))
      throw new Error(`${method} ${path}: one mark for each role, please`);
    return {
      method: method as RouteRow['method'],
      path: path!,
      allowed: new Set(columns.filter((_, at) => marks[at] === 'x')),
    };
  });
