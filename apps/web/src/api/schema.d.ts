// Written by `npm run openapi` from apps/api/openapi.json. Do not edit.
export interface paths {
  '/api/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['healthLive'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['healthReady'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['signIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions/second-step': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A code, a recovery code or a passkey */
    post: operations['signInSecondStep'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions/passkey-question': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Options for signing in with a passkey */
    post: operations['askPasskey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions/passkey': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['signInWithPasskey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions/oidc': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['oidcOffer'];
    put?: never;
    post: operations['signInWithOidc'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions/current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['currentSession'];
    put?: never;
    post?: never;
    delete: operations['signOut'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions/current/confirmation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Proves again who sits there, for acts that ask for it; the cookie gets a new token */
    post: operations['confirmSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions/current/passkey-question': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Options for proving with an own passkey */
    post: operations['askOwnPasskey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All accounts, by name */
    get: operations['listAccounts'];
    put?: never;
    /** Adds an account; its first password is shown once */
    post: operations['addAccount'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/current/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Changes the own password; other sessions end */
    post: operations['changeOwnPassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/{id}/deactivation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends an account and its sessions */
    post: operations['deactivateAccount'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/{id}/reset': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gives a new first password, shown once */
    post: operations['resetAccount'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/current/factors': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ownFactors'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/current/totp': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A new secret; it counts from its first right code */
    post: operations['beginTotp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/current/totp/{id}/confirmation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['confirmTotp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/current/passkeys/question': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['beginPasskey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/current/passkeys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['addPasskey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/current/factors/{id}/removal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['removeFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/current/recovery-codes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** New ones; the former end */
    post: operations['newRecoveryCodes'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/current/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ownSessions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/current/sessions/{id}/ending': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends it at its next request */
    post: operations['endOwnSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/{id}/recovery': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begins letting somebody back in; nothing changes yet */
    post: operations['proposeRecovery'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account-recoveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listRecoveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account-recoveries/{id}/confirmation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends factors and sessions, makes the other half */
    post: operations['confirmRecovery'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account-recoveries/{id}/rejection': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['rejectRecovery'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account-recoveries/{id}/release': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** It is really them: cases open again */
    post: operations['releaseRecovery'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/newcomers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** New accounts, and accounts after a reset, that wait for a second person */
    get: operations['listNewcomers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/newcomers/{id}/letting-in': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** This person works here and is the one who signed in */
    post: operations['letNewcomerIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/newcomers/{id}/rejection': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Nobody here knows them: a new account ends; after a reset it stays closed */
    post: operations['turnNewcomerAway'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions/oidc-question': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['askOidc'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/current/identity': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ownIdentity'];
    put?: never;
    /** Opens nothing until an administrator approves it */
    post: operations['proposeOwnIdentity'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/current/identity-question': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['askOwnIdentity'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/current/identity/ending': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['endOwnIdentity'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account-identities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Those that wait first */
    get: operations['listIdentities'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account-identities/{id}/approval': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['approveIdentity'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account-identities/{id}/ending': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['endIdentity'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/codes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every coded list with its labels in both languages */
    get: operations['listCodes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/regions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listRegions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deadlines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listDeadlines'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deadlines/{id}/acknowledgement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['acknowledgeDeadline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deadlines/{id}/reminder': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['remindOfDeadline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deadlines/{id}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['pauseDeadline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deadlines/{id}/resumption': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['resumeDeadline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deadlines/{id}/waiver': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who asks for it and why; recorded */
    get: operations['readProposedWaiver'];
    put?: never;
    post: operations['proposeWaiver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deadlines/{id}/waiver-approval': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['approveWaiver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deadline-rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listDeadlineRules'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deadline-rules/{ruleId}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['readRuleVersions'];
    put?: never;
    post: operations['proposeRuleVersion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deadline-rules/{ruleId}/effect': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['previewRuleVersion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deadline-rules/{ruleId}/retirement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['proposeRuleRetirement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deadline-rule-versions/{id}/effect': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['readRuleEffect'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deadline-rule-versions/{id}/approval': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['approveRuleVersion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deadline-rule-versions/{id}/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['withdrawRuleVersion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/holidays': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listHolidays'];
    put?: never;
    post: operations['addHoliday'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/holidays/{id}/removal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['removeHoliday'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/holiday-imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['importHolidays'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/office-hours': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listOfficeHours'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar-gaps': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['calendarGaps'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/office-hours-imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['importOfficeHours'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/office-hours/{id}/removal-effect': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['officeHoursRemovalEffect'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/office-hours/{id}/removal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['takeBackOfficeHours'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agencies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The agencies of the service directory, by code */
    get: operations['listAgencies'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/services': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the agencies offer, of one agency or of all */
    get: operations['listServices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty-roster': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who answers now, by name where there is a roster, and the number to call when nobody does */
    get: operations['dutyRoster'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directory/agencies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Agencies by name, need, kind, or those to be checked again */
    get: operations['listDirectory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directory/agencies/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['readDirectoryAgency'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch: operations['editAgency'];
    trace?: never;
  };
  '/api/directory/agencies/{id}/contacts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['setAgencyContacts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directory/agencies/{id}/verification': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Somebody looked: all of it is true today */
    post: operations['verifyAgency'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directory/agencies/{id}/services': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['addService'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directory/services/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch: operations['editService'];
    trace?: never;
  };
  '/api/directory/services/{id}/capacity': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Places there are and places free, as of now */
    post: operations['setServiceCapacity'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directory/services/{id}/ending': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The service is no longer given */
    post: operations['endService'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty-roster/shifts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shifts, absences and fallback of one agency */
    get: operations['agencyRoster'];
    put?: never;
    post: operations['addShift'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty-roster/absences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['addAbsence'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty-roster/shifts/{id}/removal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['removeShift'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty-roster/absences/{id}/removal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['removeAbsence'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duty-roster/fallback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Who is called when nobody is on duty */
    post: operations['nameFallback'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The cases that I work on, newest first; names masked */
    get: operations['listCases'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/matches': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Search before create: exact matches among the cases I may see */
    post: operations['matchCases'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['readCase'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch: operations['editCase'];
    trace?: never;
  };
  '/api/cases/{id}/reveal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Opens identities, or safe contacts alone, for a reason; recorded, each time anew */
    post: operations['revealCase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was done with the case and by whom, newest first */
    get: operations['caseHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/persons': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['addPerson'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/persons/{personId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Adds or mends what is known of somebody */
    patch: operations['correctPerson'];
    trace?: never;
  };
  '/api/cases/{id}/notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listNotes'];
    put?: never;
    post: operations['writeNote'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/milestones': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Something happened outside: ends and starts clocks */
    post: operations['recordMilestone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/members': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Brings a colleague of the own agency onto the team */
    post: operations['addMember'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/members/{accountId}/ending': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes somebody off the team; the case leaves their sight */
    post: operations['endMember'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reports of my office without a case, the longest waiting first; names masked */
    get: operations['listReports'];
    put?: never;
    /** Takes a report; opens its case unless told otherwise */
    post: operations['receiveReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reports/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['readReport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reports/{id}/reveal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Opens people and story for a purpose; recorded */
    post: operations['revealReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reports/{id}/matches': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Open cases I may see with a client of the same name, NIK or telephone */
    post: operations['matchReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reports/{id}/opening': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['openReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reports/{id}/joining': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['joinReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reports/{id}/outside-mandate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['reportOutsideMandate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/screenings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sets the level of risk, or proposes a lower one; starts what hangs on it */
    post: operations['recordScreening'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/screenings/{id}/approval': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Approves the lower level that another person proposed; from now on it holds */
    post: operations['approveScreening'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/suggested-receivers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whom to think of, when and why; the counsellor decides */
    get: operations['suggestedReceivers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/consent-texts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is read out while consent is asked */
    get: operations['consentTexts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/consents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Records consent, its refusal, or another lawful basis */
    post: operations['recordConsent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/consents/{id}/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What taking this consent back would stop, or has stopped */
    get: operations['withdrawalEffect'];
    put?: never;
    /** Ends a consent at once, for every receiver it reached */
    post: operations['withdrawConsent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/consents/{id}/countersignature': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lets a basis stand against the client’s no, as a second human being */
    post: operations['countersignBasis'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/consents/{id}/countersignature-refusal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lets the client’s no stand: nothing is shared on this basis */
    post: operations['declineCountersign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/receipt': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The receiver confirms that it has the referral */
    post: operations['acknowledgeReferral'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/acceptance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The receiver takes it on and names who is responsible */
    post: operations['acceptReferral'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/rejection': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The receiver declines with a coded reason */
    post: operations['rejectReferral'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/cancellation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The sender withdraws it; the receiver sees a tombstone */
    post: operations['cancelReferral'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/appointments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** When the person and whoever helps meet */
    post: operations['setAppointment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/appointments/{appointmentId}/arrangement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Who comes along, and what has to be ready */
    post: operations['arrangeAppointment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/appointments/{appointmentId}/new-time': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Another time; the old one stays as moved */
    post: operations['moveAppointment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/appointments/{appointmentId}/cancellation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Called off by either side */
    post: operations['cancelAppointment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/appointments/{appointmentId}/attendance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** They met */
    post: operations['attendAppointment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/appointments/{appointmentId}/no-show': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The person could not come; the case team gets in touch */
    post: operations['missAppointment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/appointments/{appointmentId}/follow-up': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The case team reached the person, or tried to */
    post: operations['followUpAppointment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/referrals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begins a referral; nothing leaves the house yet */
    post: operations['draftReferral'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The referral as its reader may see it */
    get: operations['readReferral'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Changes a draft */
    patch: operations['rewriteReferral'];
    trace?: never;
  };
  '/api/referrals/{id}/disclosure': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What would cross to the receiver, or did */
    get: operations['previewDisclosure'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/sending': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Freezes what crosses and sends it */
    post: operations['sendReferral'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/fan-out': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends it to several agencies as a bare question; the first who accepts gets the packet */
    post: operations['askSeveral'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/rerouting': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begins the same need for another agency */
    post: operations['rerouteReferral'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inbox': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Referrals to the own agency, by what they wait for */
    get: operations['readInbox'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/urgent-calls': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The first hour by telephone: whom to call, what to say, who answered */
    get: operations['readUrgentCalls'];
    put?: never;
    /** Writes down a point that was gone through, or a call */
    post: operations['recordUrgentCall'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/question': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The receiver asks; its clock stops, the sender’s starts */
    post: operations['askReferral'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The sender answers; the receiver’s clock goes on */
    post: operations['answerReferral'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/service-start': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The first service was given */
    post: operations['startService'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/progress': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Interim feedback; its clock starts anew */
    post: operations['reportProgress'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/letter': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The letter for an agency that answers on paper (PDF) */
    get: operations['printLetter'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/link': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes a one-time link and its code; takes back the one before */
    post: operations['issueLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/link/mail': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends the address of the open link to the agency’s own mailbox; never the code */
    post: operations['mailLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/link/revocation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes back the link that is open; whoever has it on a screen sees nothing at the next request */
    post: operations['revokeLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/shared-notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A note for the team and for agencies with a basis */
    post: operations['writeSharedNote'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/notes/{noteId}/shares': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lets more agencies read a note; a basis is asked for each */
    post: operations['shareNote'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/note-shares/{shareId}/ending': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The agency reads it no more; that it did stays written */
    post: operations['endNoteShare'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/update-preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What would change for the receiver, were it told now */
    post: operations['previewUpdate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Freezes the update as the next version; the receiver is told */
    post: operations['sendUpdate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/disclosures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who received what of the clients, when, on what basis */
    get: operations['whoReceivedWhat'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/disclosures/paper': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same in plain words for the client (PDF) */
    get: operations['printWhoReceivedWhat'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/legal-steps': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What came at police and court, and what is awaited */
    get: operations['readProceedings'];
    put?: never;
    post: operations['recordLegalStep'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/legal-steps/{stepId}/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes back what was written down in error */
    post: operations['withdrawLegalStep'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/legal-timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The timeline as PDF, without a name; recorded */
    post: operations['exportLegalTimeline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/conferences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listConferences'];
    put?: never;
    /** Invites agencies to talk a case over, without its names */
    post: operations['callConference'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/conferences/{conferenceId}/minutes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What was said and decided; anew until it is signed */
    post: operations['writeMinutes'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/conferences/{conferenceId}/signature': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** By another person; the decisions bind from here */
    post: operations['signMinutes'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/conferences/{conferenceId}/cancellation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['cancelConference'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/conference-decisions/{decisionId}/completion': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What was decided has been done */
    post: operations['finishDecision'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/conferences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What this agency was invited to, as far as a basis goes */
    get: operations['listInvitations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/conferences/{conferenceId}/reply': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['replyToInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/conferences/{conferenceId}/dissent': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What this agency does not agree with; frozen with the minutes */
    post: operations['dissent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/conference-decisions/{decisionId}/completion': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** This agency has done what was decided */
    post: operations['fulfilDecision'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/completion': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The receiver reports the outcome */
    post: operations['completeReferral'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/failure': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The receiver reports that it did not come about */
    post: operations['failReferral'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/confirmation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The sender closes the loop */
    post: operations['confirmReferral'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/closings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Proposes the end of a case; a second person decides. A family matter ends at once */
    post: operations['proposeClosing'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/closings/{id}/approval': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The second person agrees: the case ends */
    post: operations['approveClosing'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/closings/{id}/rejection': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The second person says no; the case stays open */
    post: operations['rejectClosing'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/closings/{id}/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Whoever proposed it takes it back */
    post: operations['withdrawClosing'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/reopening': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Help is needed again */
    post: operations['reopenCase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/aftercare-checks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** How the client is after the end of the case */
    post: operations['recordAftercare'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/{id}/departure': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Somebody leaves; nothing changes yet */
    post: operations['proposeDeparture'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/departures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listDepartures'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/departures/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What goes to whom, before and after */
    get: operations['getDeparture'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/departures/{id}/completion': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hands everything over and ends the account */
    post: operations['completeDeparture'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/departures/{id}/rejection': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['rejectDeparture'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/case-transfers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Cases offered to or by the own office, and what came of it */
    get: operations['listTransfers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/case-transfer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Offers the whole case to the office of this referral */
    post: operations['offerTransfer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/case-transfers/{id}/acceptance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The case is the own office’s from now */
    post: operations['takeCaseOver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/case-transfers/{id}/refusal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The case stays where it is */
    post: operations['refuseTransfer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/case-transfers/{id}/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes an offer back */
    post: operations['withdrawTransfer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/links/{token}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The page of a one-time link, the same for every token */
    get: operations['showLink'];
    put?: never;
    /** Spends a one-time link with its code (a form) */
    post: operations['openLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/link-answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The referral of an opened link */
    get: operations['readByLink'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/link-answer/standing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the open page of a link may stay open; answered the moment it may not, else after a while */
    get: operations['linkPageStands'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/link-answer/{act}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The receiver's answer to it (a form) */
    post: operations['answerByLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reply-slips/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The referral whose slip came back */
    get: operations['findSlip'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/referrals/{id}/returned-slip': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Writes down what the receiver answered on paper */
    post: operations['enterSlip'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/notifications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listNotifications'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/notifications/{id}/reading': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['readNotification'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/notification-channels': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getNotificationChannels'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch: operations['chooseNotificationChannels'];
    trace?: never;
  };
  '/api/notification-devices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Switches this browser on for push */
    post: operations['addNotificationDevice'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/notification-devices/{id}/removal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['removeNotificationDevice'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listenForChanges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/alarms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listAlarms'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/alarms/{id}/acknowledgement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['acknowledgeAlarm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/alarms/{id}/resolution': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['resolveAlarm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/worklist': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['readWorklist'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/worklist/overdue-board': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['readOverdueBoard'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/exports/hsds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The directory as Open Referral HSDS 3.0, no secret place in it */
    get: operations['exportHsds'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says what a package would change, then changes it */
    post: operations['importPackage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audit/entries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['readAuditTrail'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audit/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['peopleOfTheTrail'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audit/verifications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['verifyLedger'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audit/checkpoints/latest': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['latestCheckpoint'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audit/checkpoints/prints': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['printCheckpoint'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audit/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The whole ledger, to check outside; recorded with its reason */
    get: operations['exportLedger'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audit/case-exports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** One case’s trail, to print and to check; recorded */
    post: operations['exportCaseTrail'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/viewers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['whoLookedAtTheCase'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reviews': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listReviews'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reviews/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['readReview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reviews/{id}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['decideReview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/integrity/cases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Sealed cases, proposals and conflicts: numbers and people, no content */
    get: operations['listGuardedCases'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/seals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Proposes to seal a case for a named team, or to open it again; a second person decides */
    post: operations['proposeSeal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/seals/{id}/approval': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The second person agrees */
    post: operations['approveSeal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/seals/{id}/rejection': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The second person says no */
    post: operations['rejectSeal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/seals/{id}/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Whoever proposed it takes it back */
    post: operations['withdrawSeal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/conflicts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** I, or a colleague, know one of the people: the case leaves their sight */
    post: operations['noteConflict'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conflicts/{id}/lifting': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** It was a mistake; by another person than who noted it */
    post: operations['liftConflict'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/sight': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whom the case concerns, and who of them sees it */
    get: operations['whoSeesTheCase'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/sight/{accountId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Why somebody can see the case, and what of it; or why not */
    get: operations['whyAPersonSeesTheCase'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audit/cases/{id}/sight': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same, by the pseudonym of the case */
    get: operations['whoSeesTheCaseByRef'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audit/cases/{id}/sight/{accountId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same, by the pseudonym of the case */
    get: operations['whyAPersonSeesTheCaseByRef'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/emergency-accesses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** My own, and those that I have to know of; newest first */
    get: operations['listEmergencyAccesses'];
    put?: never;
    /** Opens one case for an hour; those who answer for it are told at once, and another person reviews it */
    post: operations['openEmergencyAccess'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/emergency-accesses/{id}/ending': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sooner than after the hour */
    post: operations['endEmergencyAccess'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/emergency-accesses/{id}/review': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Another person signs it off */
    post: operations['reviewEmergencyAccess'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/baits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Files that no duty leads to, and who has read one; for those who keep them alone */
    get: operations['listBaits'];
    put?: never;
    /** Lays an invented old file among those of a unit */
    post: operations['layBait'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/baits/{id}/ending': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** It lies there no longer */
    post: operations['endBait'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Guarantee: {
      /**
       * Format: date-time
       * @description When the worker last checked the invariants
       */
      checkedAt: string;
      /** @description Whether all of them held */
      holds: boolean;
    };
    Readiness: {
      /** @enum {string} */
      status: 'ok';
      /** @description Absent before the first check */
      guarantee?: components['schemas']['Guarantee'];
    };
    SignInInput: {
      /** @example petugas@dinkes.simpul.example */
      email: string;
      password: string;
    };
    SessionAccount: {
      /** Format: uuid */
      id: string;
      displayName: string;
      /** @enum {string} */
      role:
        | 'intake_counselor'
        | 'case_worker'
        | 'psychologist'
        | 'supervisor'
        | 'agency_officer'
        | 'agency_head'
        | 'dinas_head'
        | 'planner'
        | 'legal_officer'
        | 'integrity_officer'
        | 'data_officer'
        | 'auditor'
        | 'administrator'
        | 'machine_client';
      /** @enum {string} */
      locale: 'id' | 'en';
    };
    SessionAgency: {
      /** Format: uuid */
      id: string;
      /** @description Code of list JENIS_INSTANSI */
      kind: string;
      code: string;
      name: string;
    };
    SessionView: {
      account: components['schemas']['SessionAccount'];
      agency: components['schemas']['SessionAgency'];
      permissions: (
        | 'session.read'
        | 'session.confirm'
        | 'session.close'
        | 'notification.read'
        | 'notification.choose'
        | 'account.ownPassword'
        | 'account.ownSessions'
        | 'account.ownIdentity'
        | 'account.ownFactors'
        | 'events.listen'
        | 'reference.read'
        | 'roster.edit'
        | 'directory.read'
        | 'directory.edit'
        | 'directory.contacts'
        | 'directory.verify'
        | 'directory.export'
        | 'directory.import'
        | 'rule.effect'
        | 'rule.propose'
        | 'rule.approve'
        | 'calendar.edit'
        | 'report.receive'
        | 'report.list'
        | 'report.read'
        | 'report.reveal'
        | 'report.match'
        | 'report.open'
        | 'report.join'
        | 'report.outsideMandate'
        | 'case.list'
        | 'case.match'
        | 'case.read'
        | 'case.edit'
        | 'case.reveal'
        | 'case.history'
        | 'case.disclosures'
        | 'case.addPerson'
        | 'case.note'
        | 'case.milestone'
        | 'note.share'
        | 'note.unshare'
        | 'conference.read'
        | 'conference.call'
        | 'conference.minute'
        | 'conference.sign'
        | 'conference.cancel'
        | 'conference.finish'
        | 'proceeding.read'
        | 'proceeding.record'
        | 'proceeding.withdraw'
        | 'proceeding.export'
        | 'case.close'
        | 'case.decideClosing'
        | 'case.reopen'
        | 'case.aftercare'
        | 'screening.record'
        | 'screening.approve'
        | 'receivers.suggest'
        | 'consent.record'
        | 'consent.withdraw'
        | 'consent.countersign'
        | 'integrity.read'
        | 'seal.propose'
        | 'seal.decide'
        | 'conflict.note'
        | 'sight.ask'
        | 'conflict.lift'
        | 'bait.read'
        | 'bait.lay'
        | 'bait.end'
        | 'emergency.read'
        | 'emergency.open'
        | 'emergency.end'
        | 'emergency.review'
        | 'referral.draft'
        | 'referral.edit'
        | 'referral.preview'
        | 'referral.send'
        | 'call.read'
        | 'call.record'
        | 'referral.fanOut'
        | 'referral.reroute'
        | 'referral.letter'
        | 'referral.issueLink'
        | 'referral.mailLink'
        | 'referral.revokeLink'
        | 'referral.findSlip'
        | 'referral.enterSlip'
        | 'case.printDisclosures'
        | 'referral.previewUpdate'
        | 'referral.update'
        | 'referral.answer'
        | 'referral.cancel'
        | 'referral.confirm'
        | 'transfer.read'
        | 'transfer.offer'
        | 'transfer.decide'
        | 'transfer.withdraw'
        | 'referral.read'
        | 'appointment.set'
        | 'appointment.arrange'
        | 'appointment.move'
        | 'appointment.cancel'
        | 'appointment.attend'
        | 'appointment.miss'
        | 'appointment.followUp'
        | 'inbox.read'
        | 'referral.acknowledge'
        | 'referral.ask'
        | 'referral.accept'
        | 'referral.reject'
        | 'referral.start'
        | 'conference.invited'
        | 'conference.reply'
        | 'referral.report'
        | 'referral.complete'
        | 'referral.fail'
        | 'worklist.read'
        | 'board.read'
        | 'deadline.read'
        | 'deadline.acknowledge'
        | 'deadline.remind'
        | 'deadline.pause'
        | 'deadline.approveWaiver'
        | 'deadline.waive'
        | 'alarm.read'
        | 'alarm.acknowledge'
        | 'alarm.resolve'
        | 'account.list'
        | 'account.create'
        | 'account.deactivate'
        | 'account.reset'
        | 'account.proposeRecovery'
        | 'account.proposeDeparture'
        | 'account.departures'
        | 'account.decideDeparture'
        | 'account.identities'
        | 'account.decideIdentity'
        | 'account.newcomers'
        | 'account.decideNewcomer'
        | 'account.recoveries'
        | 'account.decideRecovery'
        | 'audit.read'
        | 'review.read'
        | 'review.decide'
        | 'sight.askByRef'
        | 'audit.verify'
        | 'audit.printCheckpoint'
        | 'audit.export'
      )[];
      /** @description Path of the page to land on */
      landing: string;
      /** @description Seconds without a request after which the session ends */
      idleSeconds: number;
      /** @description Signed in with a first password: only changing it and signing out are open */
      mustChangePassword: boolean;
      /** @description This installation demands a second factor and there is none: only adding one is open */
      mustAddFactor: boolean;
      /** @description Let back in by two people; no case opens until the second says that it is they */
      waitsForRelease: boolean;
      /** @description What a step-up can be answered with; empty: the password */
      factors: ('totp' | 'passkey')[];
      /** @description Seals what is typed and not saved in this browser; base64, 32 bytes */
      draftKey: string;
      /** @description IANA zone in which this person reads and writes times: where their agency sits */
      zone: string;
      /** @description IANA zone of the installation */
      cityZone: string;
    };
    SecondStepInput: {
      /** @description Token of the step that was begun */
      step: string;
      /** @example 123456 */
      code?: string;
      /** @example abcd-efgh-jkmn-pqrs */
      recoveryCode?: string;
      passkey?: string;
    };
    PasskeyQuestionInput: {
      /**
       * @description secondStep: with the token of that step
       * @enum {string}
       */
      for: 'signIn' | 'secondStep';
      /** @description Token of the step that was begun */
      step?: string;
    };
    PasskeyQuestionView: {
      /** @description Token of the step; kept in memory only */
      step: string;
      /** @description Options for navigator.credentials, as JSON */
      options: string;
    };
    PasskeySignInInput: {
      /** @description Token of the step that was begun */
      step: string;
      passkey: string;
    };
    OidcAnswerInput: {
      /** @description Token of the step that was begun */
      step: string;
      /** @example ?code=…&state=… */
      query: string;
    };
    ConfirmationInput: {
      /** @description While the account has no second factor */
      password?: string;
      /** @example 123456 */
      code?: string;
      /** @description Token of the step that was begun */
      step?: string;
      passkey?: string;
    };
    AccountView: {
      /** Format: uuid */
      id: string;
      displayName: string;
      email: string;
      /** @enum {string} */
      role:
        | 'intake_counselor'
        | 'case_worker'
        | 'psychologist'
        | 'supervisor'
        | 'agency_officer'
        | 'agency_head'
        | 'dinas_head'
        | 'planner'
        | 'legal_officer'
        | 'integrity_officer'
        | 'data_officer'
        | 'auditor'
        | 'administrator'
        | 'machine_client';
      /** Format: uuid */
      agencyId: string;
      agencyName: string;
      active: boolean;
      /** @description The first password has not been changed yet */
      mustChangePassword: boolean;
      /** @description Nobody of the office has said yet that this person works there */
      waitsToBeLetIn: boolean;
    };
    AccountsView: {
      items: components['schemas']['AccountView'][];
      /** @description Cursor of the next page */
      next: string | null;
    };
    NewAccountInput: {
      /** @example petugas@dinkes.simpul.example */
      email: string;
      /** @example Sri Contoh */
      displayName: string;
      /** @enum {string} */
      role:
        | 'intake_counselor'
        | 'case_worker'
        | 'psychologist'
        | 'supervisor'
        | 'agency_officer'
        | 'agency_head'
        | 'dinas_head'
        | 'planner'
        | 'legal_officer'
        | 'integrity_officer'
        | 'data_officer'
        | 'auditor'
        | 'administrator'
        | 'machine_client';
      /** Format: uuid */
      agencyId: string;
    };
    FirstPasswordView: {
      /** Format: uuid */
      id: string;
      /** @description Shown this once; to be changed at the first sign-in */
      firstPassword: string;
    };
    OwnPasswordInput: {
      currentPassword: string;
      /** @description At least 15 characters */
      newPassword: string;
    };
    FactorView: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind: 'totp' | 'passkey';
      name: string | null;
      /** Format: date-time */
      since: string;
    };
    FactorsView: {
      items: components['schemas']['FactorView'][];
      recoveryCodesLeft: number;
      /** @description This installation demands one of this role */
      demanded: boolean;
    };
    NewTotpView: {
      /** Format: uuid */
      id: string;
      /** @description Shown this once, for typing it in */
      secret: string;
      /** @description What the QR code says */
      uri: string;
    };
    TotpCodeInput: {
      /** @example 123456 */
      code: string;
    };
    RecoveryCodesView: {
      /** @description Shown this once; empty when there are some already */
      recoveryCodes: string[];
    };
    NewPasskeyInput: {
      /** @description Token of the step that was begun */
      step: string;
      passkey: string;
      /** @example Ponsel dinas */
      name: string;
    };
    OwnSessionView: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      browser: 'chrome' | 'edge' | 'firefox' | 'safari' | 'samsung' | 'opera' | 'other';
      /** @enum {string} */
      system: 'android' | 'ios' | 'windows' | 'macos' | 'linux' | 'other';
      /** Format: date-time */
      openedAt: string;
      /**
       * Format: date-time
       * @description To the minute
       */
      lastSeenAt: string;
      /** @enum {string} */
      openedBy: 'password' | 'totp' | 'passkey' | 'recoveryCode' | 'oidc';
      /** @description The session that asks */
      current: boolean;
      /** @description The first one on this device */
      firstOnDevice: boolean;
    };
    OwnSessionsView: {
      items: components['schemas']['OwnSessionView'][];
    };
    RecoveryHalfView: {
      /** Format: uuid */
      id: string;
      /** @description Half of the new first password, shown this once */
      half: string;
    };
    RecoveryView: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      accountId: string;
      displayName: string;
      /** @enum {string} */
      role:
        | 'intake_counselor'
        | 'case_worker'
        | 'psychologist'
        | 'supervisor'
        | 'agency_officer'
        | 'agency_head'
        | 'dinas_head'
        | 'planner'
        | 'legal_officer'
        | 'integrity_officer'
        | 'data_officer'
        | 'auditor'
        | 'administrator'
        | 'machine_client';
      agencyName: string;
      proposedByName: string;
      /** Format: date-time */
      proposedAt: string;
      /** @enum {string} */
      status: 'PROPOSED' | 'CONFIRMED';
      /** @description Whoever asks answers for that office and did not propose it */
      mayDecide: boolean;
    };
    RecoveriesView: {
      items: components['schemas']['RecoveryView'][];
    };
    NewcomerView: {
      /**
       * Format: uuid
       * @description Of the account
       */
      id: string;
      /**
       * @description The account is new, or an administrator gave it another first password
       * @enum {string}
       */
      reason: 'NEW' | 'RESET';
      displayName: string;
      /** @enum {string} */
      role:
        | 'intake_counselor'
        | 'case_worker'
        | 'psychologist'
        | 'supervisor'
        | 'agency_officer'
        | 'agency_head'
        | 'dinas_head'
        | 'planner'
        | 'legal_officer'
        | 'integrity_officer'
        | 'data_officer'
        | 'auditor'
        | 'administrator'
        | 'machine_client';
      agencyName: string;
      /** @description Who gave the first password */
      madeByName: string;
      /** Format: date-time */
      madeAt: string;
      /** @description They have signed in and made a password of their own */
      arrived: boolean;
      /** @description Whoever asks answers for that office and did not give the password */
      mayDecide: boolean;
    };
    NewcomersView: {
      items: components['schemas']['NewcomerView'][];
    };
    OidcOfferView: {
      /** @description What the city calls its sign-in; null without one */
      name: string | null;
    };
    OidcQuestionView: {
      /** @description Token of the step; kept in this tab only */
      step: string;
      /** @description Where the browser goes */
      url: string;
    };
    OwnIdentityView: {
      /** @description As OidcOfferView */
      name: string | null;
      subject: string | null;
      /** @enum {string|null} */
      status: 'PROPOSED' | 'APPROVED' | null;
    };
    IdentityView: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      accountId: string;
      displayName: string;
      agencyName: string;
      /** @description Who that is at the provider */
      subject: string;
      /** @enum {string} */
      status: 'PROPOSED' | 'APPROVED';
      /** Format: date-time */
      proposedAt: string;
    };
    IdentitiesView: {
      items: components['schemas']['IdentityView'][];
    };
    CodeView: {
      /** @example TINGGI */
      code: string;
      /** @example Tinggi */
      labelId: string;
      /** @example High */
      labelEn: string;
    };
    CodeListsView: {
      /** @description Every coded list by its name, codes in the order of screens */
      lists: {
        [key: string]: components['schemas']['CodeView'][];
      };
    };
    RegionView: {
      /** @example 16.74.01 */
      code: string;
      /** @enum {string} */
      level: 'PROVINCE' | 'REGENCY' | 'DISTRICT' | 'VILLAGE';
      name: string;
      /** @enum {string|null} */
      villageKind: 'KELURAHAN' | 'DESA' | null;
    };
    RegionList: {
      items: components['schemas']['RegionView'][];
    };
    OwesView: {
      /** Format: uuid */
      agencyId?: string;
      agencyName?: string;
      accountName?: string;
      /** @description Who must act, in words; of a body outside: who watches it as well */
      words: string;
    };
    AcknowledgedView: {
      by: string;
      /** Format: date-time */
      at: string;
    };
    LadderView: {
      /** Format: uuid */
      stepId: string;
      rung: string;
      /** Format: date-time */
      at: string;
      /** @description Codes of the register: who is told */
      tells: string[];
      /** Format: date-time */
      firedAt: string | null;
      late: boolean;
      /** @description The people who were told when it rang */
      toldNames: string[];
    };
    MovedView: {
      /** Format: date-time */
      at: string;
      /**
       * @description A pause ended, the calendar changed, or a new version of the rule applies; reprieve: a miss was none
       * @enum {string}
       */
      why: 'resume' | 'recount' | 'newVersion' | 'reprieve';
      /** Format: date-time */
      from: string | null;
      /** Format: date-time */
      to: string | null;
    };
    DeadlineView: {
      /** Format: uuid */
      id: string;
      /** @description Stable name of the rule */
      ruleId: string;
      ruleVersion: number;
      action: string;
      kind: string;
      /** @enum {string} */
      status: 'running' | 'paused' | 'met' | 'missed' | 'waived' | 'cancelled';
      /** @enum {string|null} */
      clock: 'RUNNING' | 'CALENDAR' | 'WORKING' | 'UNTIL' | null;
      /** Format: date-time */
      triggerAt: string;
      /**
       * Format: date-time
       * @description Null: the rule names no number
       */
      dueAt: string | null;
      /** @description The calendar it rests on is not complete */
      estimated: boolean;
      /** @enum {string} */
      basis: 'LAW' | 'LOCAL' | 'AGREEMENT' | 'PROPOSAL';
      basisWords: string;
      citation: string;
      /** @enum {string} */
      certainty: 'H' | 'M' | 'L';
      /** @description Not yet checked by the legal office: not to be shown as law */
      needsLegalCheck: boolean;
      why: string;
      owes: components['schemas']['OwesView'];
      /** Format: uuid */
      caseId?: string;
      caseNumber?: string;
      /** Format: uuid */
      referralId?: string;
      /**
       * Format: uuid
       * @description Of a report that waits for a decision
       */
      reportId?: string;
      /** Format: date-time */
      pausedAt?: string;
      /** Format: date-time */
      endedAt?: string;
      waiverProposed?: boolean;
      acknowledged?: components['schemas']['AcknowledgedView'];
      ladder: components['schemas']['LadderView'][];
      /** @description Every change of the due time; the old times stay */
      moved: components['schemas']['MovedView'][];
      availableActs: string[];
    };
    DeadlinePage: {
      items: components['schemas']['DeadlineView'][];
      next: string | null;
    };
    ReasonInput: {
      reason: string;
    };
    ProposedWaiverView: {
      proposedByName: string;
      /** Format: date-time */
      proposedAt: string;
      reason: string | null;
    };
    RuleRowView: {
      triggerEvent: string;
      triggerWords: string;
      action: string;
      amount: number | null;
      unit: string | null;
      clock: string | null;
      appliesWhen: string;
      basis: string;
      basisWords: string;
      citation: string;
      certainty: string;
      needsLegalCheck: boolean;
      reminderOffsets: string[];
      escalateTo: string;
      escalateWords: string;
      wording: string;
      notes: string;
      kind: string;
      /** @description The office that answers for the rule (JENIS_INSTANSI) */
      owner: string;
      /** @description Stable name of the rule */
      id: string;
      version: number;
      owingKinds: string[];
      owingWords: string;
      /** @enum {string} */
      state: 'COMING' | 'IN_FORCE' | 'ENDED';
      /**
       * Format: date-time
       * @description Null: as far back as anybody reports
       */
      validFrom: string | null;
      /** Format: date-time */
      validTo: string | null;
      /** @description A proposal waits for a second person; only the legal office is told */
      proposalWaits: boolean;
    };
    RuleList: {
      items: components['schemas']['RuleRowView'][];
    };
    RuleView: {
      triggerEvent: string;
      triggerWords: string;
      action: string;
      amount: number | null;
      unit: string | null;
      clock: string | null;
      appliesWhen: string;
      basis: string;
      basisWords: string;
      citation: string;
      certainty: string;
      needsLegalCheck: boolean;
      reminderOffsets: string[];
      escalateTo: string;
      escalateWords: string;
      wording: string;
      notes: string;
      kind: string;
      /** @description The office that answers for the rule (JENIS_INSTANSI) */
      owner: string;
      /** @description Stable name of the rule */
      id: string;
      version: number;
      owingKinds: string[];
      owingWords: string;
      /** @enum {string} */
      state: 'COMING' | 'IN_FORCE' | 'ENDED';
      /**
       * Format: date-time
       * @description Null: as far back as anybody reports
       */
      validFrom: string | null;
      /** Format: date-time */
      validTo: string | null;
    };
    RuleTextView: {
      triggerEvent: string;
      triggerWords: string;
      action: string;
      amount: number | null;
      unit: string | null;
      clock: string | null;
      appliesWhen: string;
      basis: string;
      basisWords: string;
      citation: string;
      certainty: string;
      needsLegalCheck: boolean;
      reminderOffsets: string[];
      escalateTo: string;
      escalateWords: string;
      wording: string;
      notes: string;
      kind: string;
      /** @description The office that answers for the rule (JENIS_INSTANSI) */
      owner: string;
    };
    ProposalView: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind: 'VERSION' | 'RETIREMENT';
      /** @enum {string} */
      status: 'OPEN' | 'APPROVED' | 'WITHDRAWN';
      /** @description Absent for a retirement */
      rule?: components['schemas']['RuleTextView'];
      /** Format: date */
      effectiveFrom: string;
      appliesToOpen: boolean;
      reason: string;
      proposedBy: string;
      /** Format: date-time */
      proposedAt: string;
      decidedBy: string | null;
      /** Format: date-time */
      decidedAt: string | null;
      decisionReason: string | null;
      availableActs: ('approve' | 'withdraw')[];
    };
    RuleHistoryView: {
      /** @description The newest first */
      versions: components['schemas']['RuleView'][];
      /** @description For the legal office; empty for others */
      proposals: components['schemas']['ProposalView'][];
      availableActs: ('propose' | 'retire')[];
    };
    RuleVersionInput: {
      /**
       * Format: date
       * @description Calendar date in the city's zone from which it holds
       */
      effectiveFrom: string;
      /** @description Also to deadlines that are open then; otherwise they keep their version */
      appliesToOpen: boolean;
      reason: string;
      triggerEvent: string;
      action: string;
      /** @description Absent with unit and clock: the source names no number */
      amount?: number;
      /** @enum {string} */
      unit?: 'MINUTE' | 'HOUR' | 'DAY' | 'WORKING_DAY';
      /** @enum {string} */
      clock?: 'RUNNING' | 'CALENDAR' | 'WORKING' | 'UNTIL';
      /** @example track HAS KTA AND risk = TINGGI */
      appliesWhen: string;
      /** @enum {string} */
      basis: 'LAW' | 'LOCAL' | 'AGREEMENT' | 'PROPOSAL';
      citation: string;
      /** @enum {string} */
      certainty: 'H' | 'M' | 'L';
      needsLegalCheck: boolean;
      /**
       * @example [
       *       "-24h",
       *       "-1h",
       *       "0h"
       *     ]
       */
      reminderOffsets: string[];
      /** @example KASAT_RESKRIM>KAPOLRES */
      escalateTo: string;
      wording: string;
      notes?: string;
      /** @enum {string} */
      kind:
        'DUTY' | 'PERMITTED_ACT' | 'MAX_DURATION' | 'RIGHT_WINDOW' | 'CLINICAL_WINDOW' | 'SERVICE_STANDARD';
      /** @description Code of JENIS_INSTANSI */
      owner: string;
    };
    EffectCountView: {
      /** @description Null: owed by somebody outside */
      agencyName: string | null;
      open: number;
      changed: number;
      lateAtOnce: number;
    };
    EffectRowView: {
      status: string;
      /** @description The version under which it runs */
      version: number;
      agencyName: string | null;
      /** Format: date-time */
      triggerAt: string;
      /** Format: date-time */
      dueAt: string | null;
      /** Format: date-time */
      newDueAt: string | null;
      /** @enum {string} */
      outcome: 'LATER' | 'SOONER' | 'SAME' | 'LATE_AT_ONCE' | 'NO_LIMIT' | 'ENDS';
    };
    RuleEffectView: {
      open: number;
      changed: number;
      byAgency: components['schemas']['EffectCountView'][];
      /** @description No case, no referral, no person */
      items: components['schemas']['EffectRowView'][];
    };
    RetirementInput: {
      /**
       * Format: date
       * @description Calendar date in the city's zone from which it holds
       */
      effectiveFrom: string;
      /** @description Also to deadlines that are open then; otherwise they keep their version */
      appliesToOpen: boolean;
      reason: string;
    };
    WithdrawalInput: {
      reason: string;
    };
    HolidayView: {
      /** Format: date */
      date: string;
      /** @enum {string} */
      kind: 'NATIONAL' | 'COLLECTIVE_LEAVE' | 'LOCAL';
      /** @description Null: the whole country */
      regionCode: string | null;
      name: string;
      basis: string;
      /** Format: uuid */
      id: string;
      regionName: string | null;
    };
    HolidayList: {
      items: components['schemas']['HolidayView'][];
      /** @description Years whose decree is loaded */
      years: number[];
      /** @description A year whose list should be here by now */
      missingYear: number | null;
    };
    AddHolidayInput: {
      /**
       * Format: date
       * @description Calendar date where it holds
       */
      date: string;
      /** @enum {string} */
      kind: 'NATIONAL' | 'COLLECTIVE_LEAVE' | 'LOCAL';
      /** @description Province (16) or city (16.74); absent: the whole country */
      regionCode?: string;
      name: string;
      /** @example SKB 3 Menteri 1497/2025, 2/2025, 5/2025 */
      basis: string;
    };
    RemoveHolidayInput: {
      reason: string;
    };
    ImportListInput: {
      /** @description The first line names the columns. Holidays: date, kind, name, basis and, for local ones, region. Hours: season, weekday, open, close, valid_from, basis and, if there are any, break_start, break_end, valid_to, region */
      csv: string;
      /** @description False: say what would happen; true: do it, all or nothing */
      commit: boolean;
    };
    HolidayEntryView: {
      /** Format: date */
      date: string;
      /** @enum {string} */
      kind: 'NATIONAL' | 'COLLECTIVE_LEAVE' | 'LOCAL';
      /** @description Null: the whole country */
      regionCode: string | null;
      name: string;
      basis: string;
    };
    CellFaultView: {
      /** @description Line of the file; the heading is line 1 */
      line: number;
      column: string;
      code: string;
    };
    HolidayImportView: {
      committed: boolean;
      added: components['schemas']['HolidayEntryView'][];
      alreadyKnown: components['schemas']['HolidayEntryView'][];
      faults: components['schemas']['CellFaultView'][];
      /** @description Counted in a trial only */
      effect: components['schemas']['RuleEffectView'];
    };
    HoursDayView: {
      /** @description ISO weekday, Monday is 1 */
      weekday: number;
      /** @description HH:mm where it holds; null: shut */
      opensAt: string | null;
      breakStart: string | null;
      breakEnd: string | null;
      closesAt: string | null;
    };
    OfficeHoursView: {
      /** @enum {string} */
      season: 'NORMAL' | 'RAMADAN';
      /** @description Null: the whole country */
      regionCode: string | null;
      /** Format: date */
      validFrom: string;
      /**
       * Format: date
       * @description The last day; null: open
       */
      validTo: string | null;
      basis: string;
      /** @description Monday to Sunday */
      days: components['schemas']['HoursDayView'][];
      /** Format: uuid */
      id: string;
      regionName: string | null;
      /** @enum {string} */
      state: 'COMING' | 'IN_FORCE' | 'ENDED' | 'REMOVED';
      removalReason: string | null;
      mayBeTakenBack: boolean;
    };
    OfficeHoursList: {
      items: components['schemas']['OfficeHoursView'][];
    };
    CalendarGapView: {
      /** @enum {string} */
      what: 'HOLIDAYS' | 'RAMADAN_HOURS';
      year: number;
    };
    CalendarGapList: {
      /** @description Lists that should be here by now */
      items: components['schemas']['CalendarGapView'][];
    };
    HoursPeriodView: {
      /** @enum {string} */
      season: 'NORMAL' | 'RAMADAN';
      /** @description Null: the whole country */
      regionCode: string | null;
      /** Format: date */
      validFrom: string;
      /**
       * Format: date
       * @description The last day; null: open
       */
      validTo: string | null;
      basis: string;
      /** @description Monday to Sunday */
      days: components['schemas']['HoursDayView'][];
    };
    HoursImportView: {
      committed: boolean;
      added: components['schemas']['HoursPeriodView'][];
      alreadyKnown: components['schemas']['HoursPeriodView'][];
      faults: components['schemas']['CellFaultView'][];
      /** @description Counted in a trial only */
      effect: components['schemas']['RuleEffectView'];
    };
    TakeBackHoursInput: {
      reason: string;
    };
    AgencyView: {
      /** Format: uuid */
      id: string;
      /** @example rsud-igd */
      code: string;
      /** @description Code of list JENIS_INSTANSI */
      kind: string;
      name: string;
      unit: string | null;
      /** @enum {string} */
      hours: '24/7' | 'OFFICE' | 'OFFICE_ONCALL';
      dutyPhone: string | null;
      takesTracks: string[];
      /** @description What must be there before they take a referral */
      needsToAccept: string[];
      feedbackDocument: string | null;
      locationSecret: boolean;
      /** @description It is time that somebody checks what stands here */
      stale: boolean;
      /** @description Never present for a secret place */
      address?: string;
    };
    AgenciesView: {
      items: components['schemas']['AgencyView'][];
    };
    ServiceView: {
      /** Format: uuid */
      id: string;
      /** @description Code of list LAYANAN */
      code: string;
      /** Format: uuid */
      agencyId: string;
      nameId: string;
      nameEn: string;
      forTracks: string[];
      /** @description Codes of list JENIS_KELAMIN */
      forSex: string[];
      /** @description Years; null: no limit */
      ageMin: number | null;
      /** @description Years; null: no limit */
      ageMax: number | null;
      riskLevels: string[];
      /** @description Never a reason to delay emergency care */
      requires: string[];
      costSource: string | null;
      /** @enum {string} */
      hours: '24/7' | 'OFFICE' | 'OFFICE_ONCALL';
      emergency: boolean;
      accessibility: string[];
    };
    ServicesView: {
      items: components['schemas']['ServiceView'][];
    };
    OnDutyView: {
      /** Format: uuid */
      accountId: string;
      displayName: string;
      /** @enum {string} */
      reason: 'SHIFT' | 'STAND_IN' | 'FALLBACK';
    };
    DutyView: {
      /** Format: uuid */
      agencyId: string;
      agencyCode: string;
      agencyName: string;
      /** @description Code of list JENIS_INSTANSI */
      kind: string;
      /** @enum {string} */
      hours: '24/7' | 'OFFICE' | 'OFFICE_ONCALL';
      reachableNow: boolean;
      /** @enum {string} */
      by: 'DESK' | 'ON_CALL' | 'NOBODY';
      dutyPhone: string | null;
      /** @description When the first number does not answer */
      fallbackPhone: string | null;
      /** @description By the roster of the agency; empty where it has none */
      onDuty: components['schemas']['OnDutyView'][];
    };
    DutyRosterView: {
      /** Format: date-time */
      at: string;
      /** @description Whether a city office is open now */
      officeOpen: boolean;
      items: components['schemas']['DutyView'][];
    };
    FreshnessView: {
      /**
       * Format: date
       * @description Absent: nobody ever looked
       */
      verifiedOn?: string;
      /**
       * Format: date
       * @description The last day on which it counts as checked
       */
      dueOn: string;
      stale: boolean;
    };
    DirectoryRowView: {
      /** Format: uuid */
      id: string;
      name: string;
      unit?: string;
      /** @description Code of list JENIS_INSTANSI */
      kind: string;
      regionName?: string;
      /** @enum {string} */
      hours: '24/7' | 'OFFICE' | 'OFFICE_ONCALL';
      dutyPhone?: string;
      /** @description Codes of list LAYANAN */
      serviceCodes: string[];
      locationSecret: boolean;
      freshness: components['schemas']['FreshnessView'];
    };
    DirectoryListView: {
      items: components['schemas']['DirectoryRowView'][];
      /** @description How many of all agencies have to be looked at again */
      stale: number;
      /** @description How many of those are the reader’s to check */
      toCheck: number;
    };
    DirectoryUnitView: {
      /** Format: uuid */
      id: string;
      name: string;
    };
    CapacityView: {
      total: number;
      free: number;
      /** Format: date-time */
      asOf: string;
    };
    DirectoryServiceView: {
      /** Format: uuid */
      id: string;
      /** @description Code of list LAYANAN */
      serviceCode: string;
      nameId: string;
      nameEn: string;
      description?: string;
      forTracks: string[];
      forSex: string[];
      ageMin?: number;
      ageMax?: number;
      riskLevels: string[];
      requires: string[];
      costSource?: string;
      /** @enum {string} */
      hours: '24/7' | 'OFFICE' | 'OFFICE_ONCALL';
      emergency: boolean;
      accessibility: string[];
      /** @description Absent: not counted */
      capacity?: components['schemas']['CapacityView'];
      version: number;
    };
    DirectoryFieldView: {
      /** @description Name of the field */
      field: string;
      /** @description Absent: nothing stood there, or it is never kept (an address) */
      before?: string;
      after?: string;
    };
    DirectoryChangeView: {
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      at: string;
      byName: string;
      /** @enum {string} */
      how: 'EDITED' | 'CONTACTS' | 'CAPACITY' | 'VERIFIED' | 'ADDED' | 'ENDED' | 'IMPORTED';
      /** @description Absent: the agency itself */
      serviceName?: string;
      fields: components['schemas']['DirectoryFieldView'][];
    };
    DirectoryPageView: {
      /** Format: uuid */
      id: string;
      version: number;
      name: string;
      unit?: string;
      description?: string;
      /** @description Code of list JENIS_INSTANSI */
      kind: string;
      regionName?: string;
      parent?: components['schemas']['DirectoryUnitView'];
      units: components['schemas']['DirectoryUnitView'][];
      takesTracks: string[];
      needsToAccept: string[];
      feedbackDocument?: string;
      /** @enum {string} */
      hours: '24/7' | 'OFFICE' | 'OFFICE_ONCALL';
      hoursNote?: string;
      dutyPhone?: string;
      dutyPhoneFallback?: string;
      email?: string;
      locationSecret: boolean;
      /** @description Never present for a secret place */
      address?: string;
      costSource?: string;
      freshness: components['schemas']['FreshnessView'];
      verifiedByName?: string;
      /** @description Months after which it has to be looked at again */
      months: number;
      /** @description Where that number comes from */
      monthsBasis: string;
      services: components['schemas']['DirectoryServiceView'][];
      mayEdit: boolean;
      changes: components['schemas']['DirectoryChangeView'][];
    };
    EditAgencyInput: {
      /** @description The version that was read; another one since is a 409 */
      version: number;
      name: string;
      unit?: string;
      description?: string;
      takesTracks: ('KTP' | 'KTA' | 'TPPO' | 'KELUARGA_TANPA_KEKERASAN')[];
      needsToAccept: string[];
      feedbackDocument?: string;
      /** @enum {string} */
      hours: '24/7' | 'OFFICE' | 'OFFICE_ONCALL';
      hoursNote?: string;
      address?: string;
      costSource?: string;
    };
    AgencyContactsInput: {
      /** @description The version that was read; another one since is a 409 */
      version: number;
      /** @description Where one-time links go */
      email?: string;
      /** @example 0812-0000-9008 */
      dutyPhone?: string;
      /** @description When the first does not answer */
      dutyPhoneFallback?: string;
    };
    VersionInput: {
      /** @description The version that was read; another one since is a 409 */
      version: number;
    };
    ServiceInput: {
      /** @description Code of list LAYANAN */
      serviceCode: string;
      nameId: string;
      nameEn: string;
      description?: string;
      forTracks: ('KTP' | 'KTA' | 'TPPO' | 'KELUARGA_TANPA_KEKERASAN')[];
      /** @description Codes of list JENIS_KELAMIN */
      forSex: string[];
      ageMin?: number;
      ageMax?: number;
      /** @description Codes of list TINGKAT_RISIKO */
      riskLevels: string[];
      requires: string[];
      costSource?: string;
      /** @enum {string} */
      hours: '24/7' | 'OFFICE' | 'OFFICE_ONCALL';
      emergency: boolean;
      accessibility: string[];
    };
    EditServiceInput: {
      /** @description Code of list LAYANAN */
      serviceCode: string;
      nameId: string;
      nameEn: string;
      description?: string;
      forTracks: ('KTP' | 'KTA' | 'TPPO' | 'KELUARGA_TANPA_KEKERASAN')[];
      /** @description Codes of list JENIS_KELAMIN */
      forSex: string[];
      ageMin?: number;
      ageMax?: number;
      /** @description Codes of list TINGKAT_RISIKO */
      riskLevels: string[];
      requires: string[];
      costSource?: string;
      /** @enum {string} */
      hours: '24/7' | 'OFFICE' | 'OFFICE_ONCALL';
      emergency: boolean;
      accessibility: string[];
      /** @description The version that was read; another one since is a 409 */
      version: number;
    };
    CapacityInput: {
      /** @description The version that was read; another one since is a 409 */
      version: number;
      total: number;
      free: number;
    };
    RosterLineView: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      accountId: string;
      displayName: string;
      /** Format: uuid */
      standInAccountId?: string;
      standInName?: string;
      /** Format: date-time */
      startsAt: string;
      /** Format: date-time */
      endsAt: string;
    };
    RosterPersonView: {
      /** Format: uuid */
      accountId: string;
      displayName: string;
    };
    ColleagueView: {
      /** Format: uuid */
      accountId: string;
      displayName: string;
      role: string;
    };
    RosterView: {
      /** Format: uuid */
      agencyId: string;
      shifts: components['schemas']['RosterLineView'][];
      absences: components['schemas']['RosterLineView'][];
      /** @description Called when nobody is on duty */
      fallback?: components['schemas']['RosterPersonView'];
      /** @description Who may be written in; empty for readers */
      colleagues: components['schemas']['ColleagueView'][];
      mayEdit: boolean;
    };
    ShiftInput: {
      /** Format: uuid */
      accountId: string;
      /**
       * Format: uuid
       * @description Who stands in
       */
      standInAccountId?: string;
      /**
       * Format: date-time
       * @example 2026-03-20T23:10:00+07:00
       */
      startsAt: string;
      /**
       * Format: date-time
       * @example 2026-03-20T23:10:00+07:00
       */
      endsAt: string;
      /** @description The same in the weeks after */
      repeatWeeks?: number;
    };
    RosterAddedView: {
      ids: string[];
    };
    AbsenceInput: {
      /** Format: uuid */
      accountId: string;
      /**
       * Format: uuid
       * @description Who stands in
       */
      standInAccountId?: string;
      /**
       * Format: date-time
       * @example 2026-03-20T23:10:00+07:00
       */
      startsAt: string;
      /**
       * Format: date-time
       * @example 2026-03-20T23:10:00+07:00
       */
      endsAt: string;
    };
    FallbackInput: {
      /** Format: uuid */
      accountId: string;
    };
    NextDeadlineView: {
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      dueAt: string | null;
      action: string;
      status: string;
      /** @description Who must act */
      owes: string;
    };
    CaseRow: {
      /** Format: uuid */
      id: string;
      /** @example PBM-2026-0042 */
      number: string;
      /** @example S••• R••• */
      maskedClient: string;
      sex: string | null;
      /** @description Code of list KELOMPOK_UMUR */
      ageBand: string | null;
      tracks: string[];
      /** @enum {string} */
      mandate: 'VIOLENCE' | 'FAMILY';
      /** @description Null: not screened yet */
      risk: string | null;
      /** @description Code of list STATUS_KASUS */
      stage: string;
      ownerName: string;
      /** Format: date-time */
      openedAt: string;
      nextDeadline?: components['schemas']['NextDeadlineView'];
    };
    CasesView: {
      items: components['schemas']['CaseRow'][];
      /** @description Cursor of the next page */
      next: string | null;
    };
    MatchInput: {
      name?: string;
      nik?: string;
      phone?: string;
    };
    MatchView: {
      /** Format: uuid */
      caseId: string;
      caseNumber: string;
      maskedName: string;
      ageBand: string | null;
      personKind: string;
      agreed: ('name' | 'nik' | 'phone')[];
      /** Format: date-time */
      openedAt: string;
      /** Format: date-time */
      closedAt: string | null;
    };
    MatchesView: {
      items: components['schemas']['MatchView'][];
    };
    GbvimsView: {
      type: string | null;
      provisional: boolean;
    };
    StageStepView: {
      stage: string;
      /** @enum {string} */
      state: 'DONE' | 'SKIPPED' | 'CURRENT' | 'AHEAD';
    };
    NamedAgency: {
      /** Format: uuid */
      id: string;
      name: string;
    };
    NamedAccount: {
      /** Format: uuid */
      accountId: string;
      name: string;
    };
    TeamMemberView: {
      /** Format: uuid */
      accountId: string;
      name: string;
      role: string;
      /** Format: uuid */
      agencyId: string;
      agencyName: string;
      /** Format: date-time */
      since: string;
    };
    MaskedContact: {
      /** @description Code of list KANAL_MASUK */
      channel: string;
      /** @example •••01 */
      maskedValue: string | null;
      window: string | null;
      note: string | null;
      mayLeaveMessage: boolean;
    };
    ClientView: {
      /** Format: uuid */
      id: string;
      maskedName: string;
      sex: string | null;
      age: number | null;
      ageBand: string | null;
      /** @description District */
      regionName: string | null;
      disabilities: string[];
      maskedNik: string | null;
      /** @description Code of list STATUS_NIK */
      nikStatus: string;
      nikWarnings: string[];
      safeContact: components['schemas']['MaskedContact'] | null;
    };
    ReportedPersonView: {
      /** Format: uuid */
      id: string;
      maskedName: string;
      sex: string | null;
      age: number | null;
      /** @description To the first client; code of list HUBUNGAN_PELAKU */
      relation: string;
      /** @description By client id */
      relations: {
        [key: string]: string;
      };
      /**
       * Format: uuid
       * @description Works at this partner agency
       */
      conflictAgencyId?: string;
    };
    GuardianView: {
      /** Format: uuid */
      id: string;
      maskedName: string;
      /** @description What they are to the child, in words */
      relation: string | null;
    };
    MilestoneView: {
      /** Format: uuid */
      id: string;
      kind: string;
      /** Format: date-time */
      at: string;
    };
    EmergencySightView: {
      /** Format: uuid */
      accessId: string;
      /** Format: date-time */
      until: string;
    };
    CaseView: {
      /** Format: uuid */
      id: string;
      /** @example PBM-2026-0042 */
      number: string;
      /** @enum {string} */
      mandate: 'VIOLENCE' | 'FAMILY';
      tracks: string[];
      contexts: string[];
      violenceTypes: string[];
      gbvims: components['schemas']['GbvimsView'];
      risk: string | null;
      riskWords: string | null;
      /** @enum {string} */
      clientSafeNow: 'YES' | 'NO' | 'UNKNOWN';
      stage: string;
      stages: components['schemas']['StageStepView'][];
      agency: components['schemas']['NamedAgency'];
      owner: components['schemas']['NamedAccount'];
      team: components['schemas']['TeamMemberView'][];
      /** Format: date-time */
      reportedAt: string;
      /** Format: date-time */
      occurredAt: string | null;
      /** Format: date-time */
      knownAt: string | null;
      /** Format: date-time */
      openedAt: string;
      /** Format: date-time */
      closedAt: string | null;
      place: string | null;
      online: boolean;
      clients: components['schemas']['ClientView'][];
      reportedPersons: components['schemas']['ReportedPersonView'][];
      guardians: components['schemas']['GuardianView'][];
      milestones: components['schemas']['MilestoneView'][];
      /** @description Null before the first */
      screening: components['schemas']['ScreeningView'] | null;
      prompts: components['schemas']['PromptView'][];
      mediation: components['schemas']['MediationView'];
      deadlines: components['schemas']['DeadlineView'][];
      bases: components['schemas']['BasisView'][];
      referrals: components['schemas']['ReferralView'][];
      needs: components['schemas']['NeedView'][];
      noteAudience: components['schemas']['NoteAudienceView'][];
      closing: components['schemas']['ClosingView'];
      protection: components['schemas']['ProtectionView'];
      /** @description By what the reader sees it, where it is an emergency; otherwise null */
      emergency: components['schemas']['EmergencySightView'] | null;
      availableActs: string[];
    };
    EditCaseInput: {
      /**
       * Format: uuid
       * @description A colleague who may write cases
       */
      ownerAccountId?: string;
      /** @description Codes of list KONTEKS_KASUS */
      contexts?: string[];
      /** @description Codes of list JENIS_KEKERASAN */
      violenceTypes?: string[];
    };
    RevealInput: {
      /** @enum {string} */
      reason: 'CONTACT' | 'LETTER' | 'EMERGENCY' | 'OTHER';
      /** @example Menelepon klien untuk janji pemeriksaan */
      purpose?: string;
      /**
       * @description SAFE_CONTACT: no name, number or story
       * @enum {string}
       */
      part?: 'IDENTITY' | 'SAFE_CONTACT';
    };
    RevealedContact: {
      channel: string;
      value?: string;
      window?: string;
      note?: string;
      mayLeaveMessage?: boolean;
    };
    RevealedPerson: {
      /** Format: uuid */
      id: string;
      name: string | null;
      nik: string | null;
      /** Format: date */
      birthDate: string | null;
      phone: string | null;
      address: string | null;
      school: string | null;
      safeContact: components['schemas']['RevealedContact'] | null;
    };
    RevealView: {
      clients: components['schemas']['RevealedPerson'][];
      reportedPersons: components['schemas']['RevealedPerson'][];
      reporters: components['schemas']['RevealedPerson'][];
      narrative: string | null;
      /** @description The page hides it again after so many seconds; a later look is an act of its own */
      shownSeconds: number;
    };
    HistoryEntryView: {
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      at: string;
      /** @description Absent: the system */
      actorName: string | null;
      agencyName: string | null;
      act: string;
      /** @enum {string} */
      decision: 'allowed' | 'refused' | 'denied';
      /** @description In the language of the reader */
      sentence: string;
      facts: {
        [key: string]: unknown;
      };
      /** @description Why identities were opened */
      purpose?: string;
    };
    HistoryView: {
      items: components['schemas']['HistoryEntryView'][];
    };
    SafeContactInput: {
      /**
       * @description Code of list KANAL_MASUK
       * @example TELEPON
       */
      channel: string;
      value?: string;
      /** @example 12.00-13.00 */
      window?: string;
      /** @example Hanya ke kakak. Jangan HP ayah. */
      note?: string;
      mayLeaveMessage?: boolean;
    };
    AddPersonInput: {
      name?: string;
      /** @example 1674015207109951 */
      nik?: string;
      /** @example 2010-07-12 */
      birthDate?: string;
      /** @description Whole years, as told at the report */
      ageYears?: number;
      phone?: string;
      address?: string;
      /** @example 16.74.02.1003 */
      regionCode?: string;
      /** @description Codes of list RAGAM_DISABILITAS */
      disabilities?: string[];
      school?: string;
      safeContact?: components['schemas']['SafeContactInput'];
      /** @description Code of list JENIS_KELAMIN */
      sex?: string;
      /**
       * Format: uuid
       * @description A reported person works at this partner agency
       */
      employerAgencyId?: string;
      relation?: string;
      /** @enum {string} */
      kind: 'VICTIM' | 'REPORTED' | 'REPORTER' | 'GUARDIAN' | 'WITNESS';
      /** @description Reported persons: code of list HUBUNGAN_PELAKU to the first victim */
      relationToFirstVictim?: string;
    };
    PersonAdded: {
      /** Format: uuid */
      id: string;
    };
    PersonCorrection: {
      name?: string;
      /** @example 1674015207109951 */
      nik?: string;
      /** @example 2010-07-12 */
      birthDate?: string;
      /** @description Whole years, as told at the report */
      ageYears?: number;
      phone?: string;
      address?: string;
      /** @example 16.74.02.1003 */
      regionCode?: string;
      /** @description Codes of list RAGAM_DISABILITAS */
      disabilities?: string[];
      school?: string;
      safeContact?: components['schemas']['SafeContactInput'];
      /** @description Code of list JENIS_KELAMIN */
      sex?: string;
      /**
       * Format: uuid
       * @description A reported person works at this partner agency
       */
      employerAgencyId?: string;
      relation?: string;
    };
    NoteReaderView: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      referralId: string;
      agencyName: string;
      /** @description Codes of LINGKUP_DATA */
      classes: string[];
      /** Format: date-time */
      at: string;
      /** Format: date-time */
      endedAt: string | null;
    };
    NoteView: {
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      at: string;
      authorName: string;
      /** @enum {string} */
      audience: 'TEAM' | 'CLINICAL';
      text: string;
      /** @description Agencies that may read it besides the team */
      shares: components['schemas']['NoteReaderView'][];
    };
    NotesView: {
      items: components['schemas']['NoteView'][];
    };
    NoteInput: {
      text: string;
      /**
       * @default TEAM
       * @enum {string}
       */
      audience: 'TEAM' | 'CLINICAL';
    };
    Created: {
      /** Format: uuid */
      id: string;
    };
    MilestoneInput: {
      /** @example report.received_by_police */
      kind: string;
      /**
       * Format: date-time
       * @description When it happened; absent: now
       * @example 2026-03-20T23:10:00+07:00
       */
      at?: string;
    };
    MemberInput: {
      /** Format: uuid */
      accountId: string;
    };
    ReporterInput: {
      /** @description Code of list JENIS_PELAPOR */
      kind: string;
      name?: string;
      phone?: string;
    };
    VictimInput: {
      name?: string;
      /** @example 1674015207109951 */
      nik?: string;
      /** @example 2010-07-12 */
      birthDate?: string;
      /** @description Whole years, as told at the report */
      ageYears?: number;
      phone?: string;
      address?: string;
      /** @example 16.74.02.1003 */
      regionCode?: string;
      /** @description Codes of list RAGAM_DISABILITAS */
      disabilities?: string[];
      school?: string;
      safeContact?: components['schemas']['SafeContactInput'];
      /** @description Code of list JENIS_KELAMIN */
      sex: string;
    };
    ReportedPersonBody: {
      name?: string;
      /** @example 1674015207109951 */
      nik?: string;
      /** @example 2010-07-12 */
      birthDate?: string;
      /** @description Whole years, as told at the report */
      ageYears?: number;
      phone?: string;
      address?: string;
      /** @example 16.74.02.1003 */
      regionCode?: string;
      /** @description Codes of list RAGAM_DISABILITAS */
      disabilities?: string[];
      school?: string;
      safeContact?: components['schemas']['SafeContactInput'];
      /** @description Code of list JENIS_KELAMIN */
      sex?: string;
      /**
       * @description To the first victim; code of list HUBUNGAN_PELAKU
       * @default NA
       */
      relation: string;
      /**
       * Format: uuid
       * @description Works at this partner agency: conflict of interest
       */
      agencyId?: string;
    };
    ReportInput: {
      /** @description Code of list KANAL_MASUK */
      channel: string;
      reporter: components['schemas']['ReporterInput'];
      /**
       * Format: date-time
       * @description Absent: now. Never in the future.
       * @example 2026-03-20T23:10:00+07:00
       */
      receivedAt?: string;
      /**
       * Format: date-time
       * @description When it happened
       * @example 2026-03-20T23:10:00+07:00
       */
      occurredAt?: string;
      /**
       * Format: date-time
       * @description When it became known
       * @example 2026-03-20T23:10:00+07:00
       */
      knownAt?: string;
      /** @enum {string} */
      clientSafeNow: 'YES' | 'NO' | 'UNKNOWN';
      narrative: string;
      /** @description Codes of list JENIS_KEKERASAN; empty for a family without violence */
      violenceTypes: string[];
      /** @description Codes of list KONTEKS_KASUS */
      contexts?: string[];
      /** @description Code of list TEMPAT_KEJADIAN */
      place?: string;
      /** @default false */
      online: boolean;
      victims: components['schemas']['VictimInput'][];
      reportedPersons?: components['schemas']['ReportedPersonBody'][];
      externalRef?: string;
      /**
       * @default OPEN_CASE
       * @enum {string}
       */
      disposition: 'OPEN_CASE' | 'RECEIVE_ONLY';
    };
    ReportView: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      status: 'RECEIVED' | 'OPENED' | 'JOINED' | 'OUTSIDE_MANDATE';
      /** Format: uuid */
      caseId?: string;
      /** @example PBM-2026-0042 */
      caseNumber?: string;
      /** Format: date-time */
      receivedAt: string;
      channel: string;
      reporterKind: string;
      /** @enum {string} */
      clientSafeNow: 'YES' | 'NO' | 'UNKNOWN';
      violenceTypes: string[];
      contexts: string[];
      victims: number;
      reportedPersons: number;
      availableActs: string[];
    };
    ReportDeadlineView: {
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      dueAt: string | null;
      action: string;
      status: string;
    };
    ReportRowView: {
      /** Format: uuid */
      id: string;
      status: string;
      /** Format: date-time */
      receivedAt: string;
      channel: string;
      /** @enum {string} */
      clientSafeNow: 'YES' | 'NO' | 'UNKNOWN';
      maskedClient: string;
      sex: string | null;
      age: number | null;
      /** @description The decision that is owed */
      deadline: components['schemas']['ReportDeadlineView'] | null;
      availableActs: string[];
    };
    ReportsView: {
      items: components['schemas']['ReportRowView'][];
      next: string | null;
    };
    ReportPersonView: {
      maskedName: string;
      sex: string | null;
      age: number | null;
      /** @description To the first client; code of list HUBUNGAN_PELAKU */
      relation?: string;
      safeContact: components['schemas']['MaskedContact'] | null;
    };
    ReportPageView: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      status: 'RECEIVED' | 'OPENED' | 'JOINED' | 'OUTSIDE_MANDATE';
      /** Format: uuid */
      caseId?: string;
      /** @example PBM-2026-0042 */
      caseNumber?: string;
      /** Format: date-time */
      receivedAt: string;
      channel: string;
      reporterKind: string;
      /** @enum {string} */
      clientSafeNow: 'YES' | 'NO' | 'UNKNOWN';
      violenceTypes: string[];
      contexts: string[];
      victims: number;
      reportedPersons: number;
      availableActs: string[];
      /** Format: date-time */
      occurredAt: string | null;
      /** Format: date-time */
      knownAt: string | null;
      place: string | null;
      online: boolean;
      receivedByName: string;
      agencyName: string;
      /** @description Empty once they are the people of a case */
      clients: components['schemas']['ReportPersonView'][];
      reported: components['schemas']['ReportPersonView'][];
      /** @description Number at another service, e.g. SAPA 129 */
      externalRef: string | null;
      /** @description Why it is outside the mandate */
      reason: string | null;
      deadlines: components['schemas']['DeadlineView'][];
    };
    RevealedReportContact: {
      channel: string;
      value?: string;
      window?: string;
      note?: string;
      mayLeaveMessage?: boolean;
    };
    RevealedReportPerson: {
      name: string | null;
      nik: string | null;
      /** Format: date */
      birthDate: string | null;
      phone: string | null;
      address: string | null;
      school: string | null;
      safeContact: components['schemas']['RevealedReportContact'] | null;
    };
    ReportRevealView: {
      clients: components['schemas']['RevealedReportPerson'][];
      reportedPersons: components['schemas']['RevealedReportPerson'][];
      reporters: components['schemas']['RevealedReportPerson'][];
      narrative: string;
      /** @description The page hides it again after so many seconds */
      shownSeconds: number;
    };
    JoinInput: {
      /** Format: uuid */
      caseId: string;
    };
    OutsideMandateInput: {
      reason: string;
    };
    MediationView: {
      allowed: boolean;
      /** @enum {string} */
      code: 'REFUSED_SEXUAL_VIOLENCE' | 'REFUSED_RISK' | 'NOT_BEFORE_RESCREEN' | 'NOT_APPLICABLE' | 'ALLOWED';
      words: string;
    };
    PromptView: {
      code: string;
      /** @enum {string} */
      kind: 'NOW' | 'DUTY' | 'ASK';
      words: string;
    };
    ScreeningInput: {
      /** @description Codes of TANDA_BAHAYA_DEWASA and TANDA_BAHAYA_ANAK */
      redFlags: string[];
      /** @description Code of list TINGKAT_RISIKO */
      risk: Record<string, never>;
      reason?: string;
      /** @description Codes of HTCDS_METHOD_OF_RECRUITMENT */
      recruitment?: string[];
      /** @description Codes of HTCDS_METHOD_OF_CONTROL */
      control?: string[];
      /** @description Code of HASIL_TAPIS_TPPO */
      conclusionTppo?: string;
    };
    TraffickingView: {
      indicated: boolean;
      words: string;
    };
    ScreenerView: {
      /** Format: uuid */
      accountId: string;
      name: string;
    };
    ScreeningView: {
      /** Format: uuid */
      id: string;
      /**
       * @description PENDING_APPROVAL: `risk` is proposed and the case stands higher until another person approves it
       * @enum {string}
       */
      status: 'RECORDED' | 'PENDING_APPROVAL' | 'APPROVED' | 'OVERTAKEN';
      risk: string;
      suggestedRisk: string;
      earlierRisk: string | null;
      lowered: boolean;
      redFlags: string[];
      recruitment: string[];
      control: string[];
      prompts: components['schemas']['PromptView'][];
      tppo: components['schemas']['TraffickingView'];
      ruleVersion: string;
      /** Format: date-time */
      at: string;
      /** @description Why this level */
      reason: string | null;
      screenedBy: components['schemas']['ScreenerView'];
      /** @description The second person of a lowering */
      approvedBy: components['schemas']['ScreenerView'] | null;
      /** Format: date-time */
      approvedAt: string | null;
      /** @description `approve`: another person proposed a lower level */
      availableActs: string[];
    };
    PlacesView: {
      free: number;
      total: number;
      /** Format: date-time */
      asOf: string;
    };
    SuggestedAgencyView: {
      /** Format: uuid */
      id: string;
      code: string;
      name: string;
      openNow: boolean;
      dutyPhone: string | null;
      dutyPhoneFallback: string | null;
      /** @description Who is on duty now, by name */
      onDuty: string[];
      /** @description Its lines were last checked too long ago */
      stale: boolean;
      /** Format: date */
      checkedOn: string | null;
      /** @description What the services asked for need first */
      requires: string[];
      /** @description Where places are counted */
      capacity: components['schemas']['PlacesView'] | null;
      /** @description A reported person works there: nothing may be sent there */
      conflict: boolean;
    };
    SuggestedReceiverView: {
      /** @description Code of JENIS_INSTANSI; null: asked for by the unit itself */
      agencyKind: string | null;
      /** @description Codes of LAYANAN */
      services: string[];
      agencies: components['schemas']['SuggestedAgencyView'][];
      reason: string;
      condition?: string;
      /** @description Counts only, never a person */
      figuresOnly?: boolean;
    };
    WindowView: {
      /** @enum {string} */
      window: 'FIRST_HOUR' | 'WITHIN_24H' | 'WITHIN_7D';
      receivers: components['schemas']['SuggestedReceiverView'][];
    };
    SuggestedReceiversView: {
      windows: components['schemas']['WindowView'][];
      emergency: boolean;
    };
    ConsentTextView: {
      /** @example persetujuan/2026-1 */
      version: string;
      /** @description Code of list BAHASA */
      language: string;
      /** @enum {string} */
      register: 'STANDARD' | 'EASY';
      title: string;
      /** @description {receiver}, {service}, {data}, {until} stand open */
      paragraphs: string[];
    };
    ConsentTextsView: {
      items: components['schemas']['ConsentTextView'][];
    };
    RecordBasisDto: {
      /** @enum {string} */
      basis: 'PERSETUJUAN' | 'KEWAJIBAN_HUKUM' | 'KEPENTINGAN_VITAL' | 'TUGAS_PUBLIK';
      /**
       * @description Only for PERSETUJUAN, and needed there
       * @enum {string}
       */
      answer?: 'GIVEN' | 'REFUSED';
      /** @description Code of list JENIS_INSTANSI */
      receiverKind: string;
      /**
       * Format: uuid
       * @description Only this agency; absent: any of the kind
       */
      receiverAgencyId?: string;
      /** @description Codes of list LINGKUP_DATA */
      scopes: string[];
      /** @description Code of list LAYANAN; absent: any service */
      purpose?: string;
      /** @enum {string} */
      givenBy: 'SELF' | 'GUARDIAN' | 'NONE';
      /** Format: uuid */
      guardianPersonId?: string;
      /** @example IBU */
      guardianRelation?: string;
      /**
       * @description Asked of every child from six years on
       * @enum {string}
       */
      childAssent?: 'GIVEN' | 'REFUSED' | 'NOT_ASKED';
      witness?: string;
      /** @description Code of list BAHASA, in which it was explained */
      language?: string;
      /** @example persetujuan/2026-1 */
      textVersion?: string;
      /** @description Codes of list AKOMODASI */
      accommodations?: string[];
      /**
       * @description Why nobody else heard an oral yes
       * @enum {string}
       */
      noWitness?: 'ALONE' | 'TELEPHONE' | 'CLIENT_WISH';
      /** @enum {string} */
      howRecorded: 'LISAN' | 'TERTULIS' | 'REKAMAN';
      /**
       * Format: date-time
       * @example 2026-03-20T23:10:00+07:00
       */
      expiresAt?: string;
      /** @example UU 12/2022 Ps.41 */
      citation?: string;
      /** @description Whether the client knows; needed for every basis but consent */
      toldClient?: boolean;
      toldWords?: string;
      /** @example Pelaku tahu tempat klien bekerja dan mengancam akan datang. */
      why?: string;
    };
    BasisView: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      basis: 'PERSETUJUAN' | 'KEWAJIBAN_HUKUM' | 'KEPENTINGAN_VITAL' | 'TUGAS_PUBLIK';
      /** @example Persetujuan */
      basisWords: string;
      /** @enum {string} */
      state: 'given' | 'refused' | 'withdrawn' | 'void' | 'expired' | 'waiting' | 'declined' | 'stands';
      /** @enum {string|null} */
      answer: 'GIVEN' | 'REFUSED' | null;
      /** @description Code of list JENIS_INSTANSI */
      receiverKind: string;
      /** Format: uuid */
      receiverAgencyId: string | null;
      scopes: string[];
      purpose: string | null;
      /** @enum {string} */
      givenBy: 'SELF' | 'GUARDIAN' | 'NONE';
      /** Format: uuid */
      guardianPersonId: string | null;
      /** @enum {string|null} */
      childAssent: 'GIVEN' | 'REFUSED' | 'NOT_ASKED' | null;
      /** @enum {string} */
      howRecorded: 'LISAN' | 'TERTULIS' | 'REKAMAN';
      /** @description Code of list BAHASA */
      language: string | null;
      textVersion: string | null;
      /** @description Codes of list AKOMODASI */
      accommodations: string[];
      /** @enum {string|null} */
      noWitness: 'ALONE' | 'TELEPHONE' | 'CLIENT_WISH' | null;
      /** @enum {string|null} */
      endsFor: 'AGREED' | 'EMERGENCY' | 'COMES_OF_AGE' | null;
      /** @description Where the law says so */
      citation: string;
      toldClient: boolean | null;
      /** @description What the client was told, or why not */
      toldWords: string | null;
      /** @description Goes against the client’s own no: opens nothing until countersigned */
      againstRefusal: boolean;
      why: string | null;
      /** @enum {string|null} */
      decision: 'COUNTERSIGNED' | 'DECLINED' | null;
      decidedByName: string | null;
      /** Format: date-time */
      decidedAt: string | null;
      /** @enum {string|null} */
      voidReason: 'GUARDIAN_REPORTED' | null;
      recordedByName: string | null;
      /** Format: date-time */
      recordedAt: string;
      /** Format: date-time */
      expiresAt: string | null;
      /** Format: date-time */
      withdrawnAt: string | null;
      /**
       * @example [
       *       "consent.withdraw",
       *       "consent.countersign"
       *     ]
       */
      availableActs: string[];
    };
    WithdrawBasisDto: {
      reason?: string;
    };
    DeclineCountersignDto: {
      reason: string;
    };
    NothingDto: Record<string, never>;
    AgencyNameView: {
      /** Format: uuid */
      id: string;
      code: string;
      /** @description Code of list JENIS_INSTANSI */
      kind: string;
      name: string;
      dutyPhone: string | null;
    };
    ServiceNameView: {
      /** @description Code of list LAYANAN */
      code: string;
      nameId: string;
      nameEn: string;
    };
    ResponsibleView: {
      name: string | null;
      /** Format: uuid */
      accountId: string | null;
    };
    ReferralView: {
      /** Format: uuid */
      id: string;
      number: string | null;
      /**
       * Format: uuid
       * @description Absent for the receiver
       */
      caseId?: string;
      /** @description Null for the receiver of a bare question */
      caseNumber: string | null;
      /** @enum {string} */
      status:
        | 'draft'
        | 'requested'
        | 'received'
        | 'accepted'
        | 'in-progress'
        | 'on-hold'
        | 'completed'
        | 'failed'
        | 'rejected'
        | 'cancelled';
      statusWords: string;
      fromAgency: components['schemas']['AgencyNameView'];
      toAgency: components['schemas']['AgencyNameView'];
      service: components['schemas']['ServiceNameView'];
      /** @enum {string} */
      urgency: 'SEGERA' | 'BIASA';
      /** @description Code of list TINGKAT_RISIKO */
      risk: string | null;
      /** Format: uuid */
      followsReferralId: string | null;
      /**
       * Format: uuid
       * @description Asked of several together; only for the sender
       */
      fanId: string | null;
      /** @description Asked of several, and nobody or somebody else has accepted: no packet */
      bare: boolean;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      sentAt: string | null;
      sentByName: string | null;
      /** Format: date-time */
      openedAt: string | null;
      openedByName: string | null;
      /**
       * Format: date-time
       * @description Acknowledged
       */
      receivedAt: string | null;
      /** Format: date-time */
      acceptedAt: string | null;
      /** Format: date-time */
      startedAt: string | null;
      /** Format: date-time */
      lastFeedbackAt: string | null;
      /** Format: date-time */
      endedAt: string | null;
      /** Format: date-time */
      confirmedAt: string | null;
      /**
       * Format: date-time
       * @description The next open time limit of this referral
       */
      dueAt: string | null;
      /**
       * Format: date-time
       * @description The planned appointment
       */
      nextAppointmentAt: string | null;
      responsible: components['schemas']['ResponsibleView'] | null;
      /** @description Coded reason of a refusal or a failure */
      reason: string | null;
      /** @description Code of list HASIL_LAYANAN */
      outcome: string | null;
      /** @description Code of list ALASAN_SEBAGIAN, where the service was given in part */
      shortfall: string | null;
      /**
       * @description The rest; only for the sender
       * @enum {string|null}
       */
      remainder: 'CONTINUE' | 'ENOUGH' | null;
      /** @description Counts the changes */
      version: number;
      /**
       * @example [
       *       "accept",
       *       "ask",
       *       "reject"
       *     ]
       */
      availableActs: string[];
    };
    AcceptanceDto: {
      responsibleName?: string;
      /**
       * Format: uuid
       * @description An account of the receiving agency
       */
      responsibleAccountId?: string;
      /**
       * Format: date-time
       * @example 2026-03-20T23:10:00+07:00
       */
      appointmentAt?: string;
      place?: string;
    };
    RejectionDto: {
      /** @description Code of list ALASAN_TOLAK */
      reason: string;
      note?: string;
    };
    CancellationDto: {
      reason: string;
    };
    AppointmentDto: {
      /** @description Code of list PENDAMPING_JANJI */
      escort: string;
      /**
       * Format: uuid
       * @description Somebody of one’s own side
       */
      escortAccountId?: string;
      /** @description Codes of list KEBUTUHAN_JANJI */
      accommodations: string[];
      /**
       * Format: date-time
       * @description Ahead, within a year
       * @example 2026-03-20T23:10:00+07:00
       */
      at: string;
      /** @description Code of list TEMPAT_JANJI; an address is never written */
      place: string;
    };
    ArrangementDto: {
      /** @description Code of list PENDAMPING_JANJI */
      escort: string;
      /**
       * Format: uuid
       * @description Somebody of one’s own side
       */
      escortAccountId?: string;
      /** @description Codes of list KEBUTUHAN_JANJI */
      accommodations: string[];
    };
    NewTimeDto: {
      /**
       * Format: date-time
       * @description Ahead, within a year
       * @example 2026-03-20T23:10:00+07:00
       */
      at: string;
      /** @description Code of list ALASAN_UBAH_JANJI */
      reason: string;
    };
    CallOffDto: {
      /** @description Code of list ALASAN_BATAL_JANJI */
      reason: string;
    };
    NotAttendedDto: {
      /** @description Code of list ALASAN_BELUM_HADIR */
      reason: string;
    };
    FollowUpDto: {
      /** @description Code of list TINDAK_LANJUT_JANJI */
      outcome: string;
    };
    EndedBasisView: {
      /** Format: uuid */
      id: string;
      /** @description Code of list JENIS_INSTANSI */
      receiverKind: string;
      /** @description Codes of list LINGKUP_DATA */
      scopes: string[];
      /** @description Code of list LAYANAN */
      purpose: string | null;
      /** Format: date-time */
      recordedAt: string;
    };
    StoppedReferralView: {
      /** Format: uuid */
      id: string;
      number: string | null;
      statusWords: string;
      toAgency: components['schemas']['AgencyNameView'];
      service: components['schemas']['ServiceNameView'];
      /**
       * @description STOPS: is cancelled. CLOSES: had ended; can be read no more
       * @enum {string}
       */
      fate: 'STOPS' | 'CLOSES';
      /** @description Somebody is being helped there, or expected on a day: needs a talk */
      begun: boolean;
      responsibleName: string | null;
      /** Format: date-time */
      startedAt: string | null;
      /** Format: date-time */
      appointmentAt: string | null;
    };
    WithdrawalEffectView: {
      /**
       * Format: date-time
       * @description Null while it is only thought of
       */
      withdrawnAt: string | null;
      bases: components['schemas']['EndedBasisView'][];
      /** @description Those that need a talk first */
      referrals: components['schemas']['StoppedReferralView'][];
    };
    PurposeFieldsDto: {
      complaint?: string;
      legalQuestion?: string;
      schoolName?: string;
      schoolAction?: string;
      schoolSafety?: string;
      costSource?: string;
      noContactWith?: string;
      evidenceList?: string;
      /** @description Whether the police have asked for a forensic report */
      spvPresent?: boolean;
    };
    DraftReferralDto: {
      /** Format: uuid */
      toAgencyId: string;
      /** @description Code of list LAYANAN */
      serviceCode: string;
      /** @enum {string} */
      urgency: 'SEGERA' | 'BIASA';
      /** @description The clients whom it is about; absent: those whom the service fits */
      clientIds?: string[];
      /**
       * Format: uuid
       * @description The referral whose place this one takes
       */
      followsReferralId?: string;
      request: string;
      summary?: string;
      purposeFields?: components['schemas']['PurposeFieldsDto'];
      /**
       * @example {
       *       "identity.name": "MASKED"
       *     }
       */
      levels?: {
        [key: string]: 'NONE' | 'MASKED' | 'FULL';
      };
    };
    RewriteReferralDto: {
      /** Format: uuid */
      toAgencyId?: string;
      /** @description Code of list LAYANAN */
      serviceCode?: string;
      /** @enum {string} */
      urgency?: 'SEGERA' | 'BIASA';
      /** @description The clients whom it is about; absent: those whom the service fits */
      clientIds?: string[];
      /**
       * Format: uuid
       * @description The referral whose place this one takes
       */
      followsReferralId?: string;
      request?: string;
      summary?: string;
      purposeFields?: components['schemas']['PurposeFieldsDto'];
      /**
       * @example {
       *       "identity.name": "MASKED"
       *     }
       */
      levels?: {
        [key: string]: 'NONE' | 'MASKED' | 'FULL';
      };
    };
    AppointmentView: {
      /** Format: date-time */
      at: string;
      place: string | null;
    };
    ReferralAppointmentView: {
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      at: string;
      place: string;
      escort: string;
      escortName: string | null;
      accommodations: string[];
      /** @enum {string} */
      status: 'PLANNED' | 'ATTENDED' | 'NOT_ATTENDED' | 'MOVED' | 'CANCELLED';
      /** @description Still planned when the referral ended */
      fellAway: boolean;
      /** @description Coded reason of a move, of calling off, or of not having come */
      reason: string | null;
      setByName: string | null;
      decidedByName: string | null;
      /** Format: date-time */
      decidedAt: string | null;
      /** @description Code of list TINDAK_LANJUT_JANJI */
      followUp: string | null;
      followedByName: string | null;
      /** Format: date-time */
      followedAt: string | null;
      availableActs: string[];
    };
    RejectionView: {
      /** @description Code of list ALASAN_TOLAK */
      reason: string;
      note: string | null;
    };
    MessageView: {
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      at: string;
      /** @enum {string} */
      kind: 'QUESTION' | 'ANSWER';
      authorName: string | null;
      agencyName: string | null;
      text: string;
    };
    SharedNoteView: {
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      at: string;
      authorName: string | null;
      agencyName: string | null;
      text: string;
    };
    FeedbackView: {
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      at: string;
      /** @enum {string} */
      kind: 'START' | 'PROGRESS' | 'OUTCOME' | 'FAILURE';
      authorName: string | null;
      agencyName: string | null;
      text: string | null;
      /** @description Code of list HASIL_LAYANAN */
      outcome: string | null;
      /** @description Code of list ALASAN_TIDAK_BERHASIL */
      reason: string | null;
      /** Format: date-time */
      nextAt: string | null;
      /** @description What is still needed, where it was given in part */
      remains: string | null;
    };
    MoveView: {
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      at: string;
      /** @example accept */
      act: string;
      words: string;
      fromStatus: string;
      toStatus: string;
      reason: string | null;
      actorName: string | null;
      agencyName: string | null;
    };
    FieldChangeView: {
      /** @example safeContact */
      field: string;
      /** @example Kontak aman */
      label: string;
      /** @enum {string} */
      change: 'ADDED' | 'CHANGED' | 'REMOVED';
    };
    DisclosedFieldView: {
      /** @example identity.name */
      field: string;
      /** @example Nama klien */
      label: string;
      /** @description Code of list LINGKUP_DATA */
      dataClass: string;
      /** @enum {string} */
      level: 'NONE' | 'MASKED' | 'FULL';
      /**
       * @description As far as the policy lets it be raised
       * @enum {string}
       */
      maxLevel: 'NONE' | 'MASKED' | 'FULL';
      /** @description Code of DASAR_BERBAGI: the basis that does not carry the field */
      heldBy?: string;
      /** @description Absent where nothing crosses */
      value?: string;
    };
    NeverSharedView: {
      field: string;
      label: string;
    };
    DisclosureCountsView: {
      full: number;
      masked: number;
      none: number;
    };
    DisclosureBasisView: {
      /** @description Code of list LINGKUP_DATA */
      dataClass: string;
      /** Format: uuid */
      basisId: string;
      /** @description Code of list DASAR_BERBAGI */
      basis: string;
      words: string;
    };
    MissingBasisView: {
      /** @description Code of list LINGKUP_DATA */
      dataClass: string;
      /** @example consent.missing */
      code: string;
    };
    DisclosureView: {
      receiver: components['schemas']['AgencyNameView'];
      /** @description 1 as sent, higher after updates; absent before sending */
      version?: number;
      /**
       * Format: date-time
       * @description When this version was frozen
       */
      frozenAt?: string;
      /** @description What is other than in the version before */
      changes?: components['schemas']['FieldChangeView'][];
      fields: components['schemas']['DisclosedFieldView'][];
      neverShared: components['schemas']['NeverSharedView'][];
      counts: components['schemas']['DisclosureCountsView'];
      basis: components['schemas']['DisclosureBasisView'][];
      missing: components['schemas']['MissingBasisView'][];
      /** @description Names that stand in the free text */
      nameFound: string[];
    };
    BareQuestionView: {
      /** @description Codes of KELOMPOK_UMUR */
      ageBands: string[];
      /** @description City or regency */
      area: string | null;
    };
    TombstoneView: {
      /** Format: date-time */
      at: string;
      /** @enum {string} */
      reason: 'SENDER' | 'CONSENT' | 'FAN';
      words: string;
    };
    AlternativeView: {
      /** Format: uuid */
      id: string;
      code: string;
      /** @description Code of list JENIS_INSTANSI */
      kind: string;
      name: string;
      dutyPhone: string | null;
      /** @description Whether a live lawful basis already covers asking this agency */
      covered: boolean;
      /** @description Whether somebody there answers in Simpul, so that it can be asked among several */
      answersHere: boolean;
    };
    ChainLinkView: {
      /** Format: uuid */
      id: string;
      number: string | null;
      agencyName: string;
      status: string;
      statusWords: string;
      /** @description Coded reason of a refusal or a failure */
      reason: string | null;
      /** @description SENDER, CONSENT or FAN */
      cancelledBy: string | null;
      /** Format: date-time */
      sentAt: string | null;
      /** Format: date-time */
      endedAt: string | null;
      /** Format: uuid */
      fanId: string | null;
    };
    LinkMailView: {
      /** Format: date-time */
      askedAt: string;
      askedByName: string;
      /** @description The mailbox, masked */
      to: string;
      /** @enum {string} */
      state: 'PENDING' | 'SENT' | 'FAILED';
      /** Format: date-time */
      settledAt: string | null;
    };
    LatestLinkView: {
      /** Format: date-time */
      issuedAt: string;
      issuedByName: string;
      /** Format: date-time */
      expiresAt: string;
      /** Format: date-time */
      spentAt: string | null;
      /** Format: date-time */
      revokedAt: string | null;
      /** @enum {string} */
      state: 'OPEN' | 'SPENT' | 'EXPIRED' | 'LOCKED' | 'REVOKED';
      /** @description It can still be opened, or is open in somebody’s hand */
      mayRevoke: boolean;
      mail: components['schemas']['LinkMailView'] | null;
    };
    LinkStandingView: {
      /** @description The receiving agency has no accounts */
      answersByLink: boolean;
      latest: components['schemas']['LatestLinkView'] | null;
      /** @description The agency’s mailbox, masked; null where none is known or no mail server is set up */
      mailbox: string | null;
    };
    ReferralPageView: {
      /** Format: uuid */
      id: string;
      number: string | null;
      /**
       * Format: uuid
       * @description Absent for the receiver
       */
      caseId?: string;
      /** @description Null for the receiver of a bare question */
      caseNumber: string | null;
      /** @enum {string} */
      status:
        | 'draft'
        | 'requested'
        | 'received'
        | 'accepted'
        | 'in-progress'
        | 'on-hold'
        | 'completed'
        | 'failed'
        | 'rejected'
        | 'cancelled';
      statusWords: string;
      fromAgency: components['schemas']['AgencyNameView'];
      toAgency: components['schemas']['AgencyNameView'];
      service: components['schemas']['ServiceNameView'];
      /** @enum {string} */
      urgency: 'SEGERA' | 'BIASA';
      /** @description Code of list TINGKAT_RISIKO */
      risk: string | null;
      /** Format: uuid */
      followsReferralId: string | null;
      /**
       * Format: uuid
       * @description Asked of several together; only for the sender
       */
      fanId: string | null;
      /** @description Asked of several, and nobody or somebody else has accepted: no packet */
      bare: boolean;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      sentAt: string | null;
      sentByName: string | null;
      /** Format: date-time */
      openedAt: string | null;
      openedByName: string | null;
      /**
       * Format: date-time
       * @description Acknowledged
       */
      receivedAt: string | null;
      /** Format: date-time */
      acceptedAt: string | null;
      /** Format: date-time */
      startedAt: string | null;
      /** Format: date-time */
      lastFeedbackAt: string | null;
      /** Format: date-time */
      endedAt: string | null;
      /** Format: date-time */
      confirmedAt: string | null;
      /**
       * Format: date-time
       * @description The next open time limit of this referral
       */
      dueAt: string | null;
      /**
       * Format: date-time
       * @description The planned appointment
       */
      nextAppointmentAt: string | null;
      responsible: components['schemas']['ResponsibleView'] | null;
      /** @description Coded reason of a refusal or a failure */
      reason: string | null;
      /** @description Code of list HASIL_LAYANAN */
      outcome: string | null;
      /** @description Code of list ALASAN_SEBAGIAN, where the service was given in part */
      shortfall: string | null;
      /**
       * @description The rest; only for the sender
       * @enum {string|null}
       */
      remainder: 'CONTINUE' | 'ENOUGH' | null;
      /** @description Counts the changes */
      version: number;
      /**
       * @example [
       *       "accept",
       *       "ask",
       *       "reject"
       *     ]
       */
      availableActs: string[];
      /** @description What is asked */
      request?: string;
      /** @description Only for the sender */
      summary?: string;
      /** @description Only for the sender */
      purposeFields?: {
        [key: string]: unknown;
      };
      /** @description Only for the sender */
      levels?: {
        [key: string]: string;
      };
      /** @description As it was said with the acceptance */
      appointment: components['schemas']['AppointmentView'] | null;
      /** @description The latest time first */
      appointments: components['schemas']['ReferralAppointmentView'][];
      /** @description An appointment may be set now, by this reader */
      maySetAppointment: boolean;
      rejection: components['schemas']['RejectionView'] | null;
      /** @description Why it was withdrawn; only for the sender */
      cancellationWords?: string;
      /**
       * Format: date-time
       * @description When the receiver’s view closes by itself; only for the receiver
       */
      closesAt: string | null;
      deadlines: components['schemas']['DeadlineView'][];
      messages: components['schemas']['MessageView'][];
      /** @description Notes that the sender lets this receiver read */
      notes: components['schemas']['SharedNoteView'][];
      feedback: components['schemas']['FeedbackView'][];
      moves: components['schemas']['MoveView'][];
      /** @description What was sent, frozen */
      disclosure?: components['schemas']['DisclosureView'];
      /** @description Present for a receiver who is asked among several and has not accepted */
      question?: components['schemas']['BareQuestionView'];
      /** @description Present when the view has closed */
      tombstone?: components['schemas']['TombstoneView'];
      /** @description Whom to ask next after a refusal; only for the sender */
      alternatives: components['schemas']['AlternativeView'][];
      /** @description All that was asked for this need, the oldest first; empty where it is the only one. Only for the sender */
      chain: components['schemas']['ChainLinkView'][];
      /** @description How the receiver answers; only for the sender */
      link?: components['schemas']['LinkStandingView'];
      /** @description The number on its letter; only for the sender */
      letterNumber?: string;
    };
    FanOutDto: {
      /** @description Asked for the same, beside the receiver of the draft */
      alsoAgencyIds: string[];
    };
    ReroutingDto: {
      /** Format: uuid */
      toAgencyId: string;
    };
    InboxSenderView: {
      /** Format: uuid */
      id: string;
      name: string;
    };
    InboxDueView: {
      /** Format: date-time */
      dueAt: string;
      action: string | null;
      status: string | null;
    };
    InboxRowView: {
      /** Format: uuid */
      id: string;
      number: string;
      /** @description Null while it is a bare question */
      caseNumber: string | null;
      /** @description Asked of several; accepting it opens what it is about */
      bare: boolean;
      status: string;
      statusWords: string;
      service: components['schemas']['ServiceNameView'];
      urgency: string;
      risk: string | null;
      fromAgency: components['schemas']['InboxSenderView'];
      responsibleName: string | null;
      /** Format: date-time */
      sentAt: string;
      /** Format: date-time */
      openedAt: string | null;
      nextDeadline: components['schemas']['InboxDueView'] | null;
    };
    InboxCountsView: {
      /** @description At most 100: then it means many */
      answer: number;
      report: number;
      running: number;
    };
    InboxView: {
      items: components['schemas']['InboxRowView'][];
      next: string | null;
      counts: components['schemas']['InboxCountsView'];
    };
    UrgentCheckView: {
      /** @enum {string} */
      code: 'SAFE_TO_TALK' | 'CODE_WORD' | 'HURT' | 'OTHERS' | 'WAY_OUT' | 'CALL_BACK';
      words: string;
      /** Format: date-time */
      doneAt: string | null;
      doneByName: string | null;
    };
    AlwaysView: {
      number: string;
      words: string;
    };
    CalleeView: {
      /** Format: uuid */
      id: string;
      name: string;
      openNow: boolean;
      phones: string[];
      /** @description Who is on duty now, by name */
      onDuty: string[];
      services: components['schemas']['ServiceNameView'][];
      reason: string;
    };
    UrgentCallView: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      outcome: 'REACHED' | 'NOT_REACHED' | 'HANDED_OVER';
      /** Format: uuid */
      agencyId: string;
      agencyName: string;
      service: components['schemas']['ServiceNameView'] | null;
      /** @description Who answered */
      who: string | null;
      /** Format: date-time */
      at: string;
      recordedByName: string;
      /**
       * Format: uuid
       * @description The referral that confirms what was handed over in words
       */
      referralId: string | null;
      /**
       * Format: date-time
       * @description Until when what was handed over in words is owed in writing
       */
      writeBy: string | null;
    };
    UrgentLaneView: {
      /** @description High risk, or the client is not safe now */
      urgent: boolean;
      checks: components['schemas']['UrgentCheckView'][];
      say: string[];
      doNotSay: string[];
      always: components['schemas']['AlwaysView'][];
      /** @description In this order */
      order: components['schemas']['CalleeView'][];
      calls: components['schemas']['UrgentCallView'][];
    };
    UrgentCallDto: {
      /** @enum {string} */
      check?: 'SAFE_TO_TALK' | 'CODE_WORD' | 'HURT' | 'OTHERS' | 'WAY_OUT' | 'CALL_BACK';
      /** Format: uuid */
      agencyId?: string;
      /** @enum {string} */
      outcome?: 'REACHED' | 'NOT_REACHED' | 'HANDED_OVER';
      /** @description Code of list LAYANAN: what was handed over in words */
      serviceCode?: string;
      who?: string;
      /**
       * Format: date-time
       * @example 2026-03-20T23:10:00+07:00
       */
      at?: string;
    };
    MessageDto: {
      text: string;
    };
    ServiceStartDto: {
      /**
       * Format: date-time
       * @example 2026-03-20T23:10:00+07:00
       */
      at?: string;
      note?: string;
    };
    ProgressDto: {
      text: string;
      /**
       * Format: date-time
       * @example 2026-03-20T23:10:00+07:00
       */
      nextAt?: string;
    };
    NewLinkView: {
      /** @description Goes by letter or e-mail; holds nothing about anybody */
      address: string;
      /** @description Told by telephone, never with the address; shown this once */
      code: string;
      /** Format: date-time */
      expiresAt: string;
    };
    NoteAudienceView: {
      /** Format: uuid */
      referralId: string;
      agencyName: string;
      serviceCode: string;
      /** @description What a note to them may hold now */
      classes: ('OWN_REFERRAL' | 'CHRONOLOGY' | 'HEALTH_PSYCH' | 'RISK_SAFETY')[];
    };
    NeedView: {
      service: components['schemas']['ServiceNameView'];
      /** @description Whose need; ids of the case’s clients */
      clientIds: string[];
      /** @enum {string} */
      status:
        | 'RUNNING'
        | 'ASKED'
        | 'WAITING'
        | 'TO_CONFIRM'
        | 'NOT_SENT'
        | 'NOBODY'
        | 'MET'
        | 'PARTLY'
        | 'TAKEN_BACK';
      /**
       * Format: uuid
       * @description The referral that says so
       */
      referralId: string;
      agencyName: string;
      /** Format: date-time */
      dueAt: string | null;
      /** @description How many were asked for it so far */
      asked: number;
    };
    SharedNoteInput: {
      /** @description Referrals under way whose receivers may read it */
      referralIds: string[];
      /** @description What it holds; a basis is asked */
      classes?: ('OWN_REFERRAL' | 'CHRONOLOGY' | 'HEALTH_PSYCH' | 'RISK_SAFETY')[];
      text: string;
    };
    NoteReadersInput: {
      /** @description Referrals under way whose receivers may read it */
      referralIds: string[];
      /** @description What it holds; a basis is asked */
      classes?: ('OWN_REFERRAL' | 'CHRONOLOGY' | 'HEALTH_PSYCH' | 'RISK_SAFETY')[];
    };
    ShareEndingInput: {
      reason: string;
    };
    UpdateSheetDto: {
      request?: string;
      summary?: string;
      purposeFields?: components['schemas']['PurposeFieldsDto'];
      levels?: {
        [key: string]: string;
      };
      /** @description Changed fields that are not told yet: the receiver keeps what it has of them */
      keep?: (
        | 'identity.name'
        | 'identity.nik'
        | 'identity.birthDate'
        | 'identity.age'
        | 'identity.sex'
        | 'identity.phone'
        | 'identity.address'
        | 'identity.region'
        | 'children'
        | 'guardian'
        | 'school.name'
        | 'safeContact'
        | 'risk.level'
        | 'risk.flags'
        | 'risk.healthFlags'
        | 'noContactWith'
        | 'accommodations'
        | 'school.safety'
        | 'complaint'
        | 'medicalHistoryStrangulation'
        | 'incident.time'
        | 'incident.place'
        | 'summary'
        | 'chronology.full'
        | 'evidenceList'
        | 'reportedPerson.name'
        | 'reportedPerson.relation'
        | 'request'
        | 'companion'
        | 'spvPresent'
        | 'costSource'
        | 'legalQuestion'
        | 'school.action'
      )[];
    };
    UpdatedFieldView: {
      /** @example safeContact */
      field: string;
      /** @example Kontak aman */
      label: string;
      /** @enum {string} */
      change: 'ADDED' | 'CHANGED' | 'REMOVED';
      /** @description As the receiver has it now */
      before?: string;
      /** @description As the receiver would have it */
      after?: string;
    };
    UpdatePreviewView: {
      receiver: components['schemas']['AgencyNameView'];
      /** @description 1 as sent, higher after updates; absent before sending */
      version?: number;
      /**
       * Format: date-time
       * @description When this version was frozen
       */
      frozenAt?: string;
      /** @description What is other than in the version before */
      changes: components['schemas']['UpdatedFieldView'][];
      fields: components['schemas']['DisclosedFieldView'][];
      neverShared: components['schemas']['NeverSharedView'][];
      counts: components['schemas']['DisclosureCountsView'];
      basis: components['schemas']['DisclosureBasisView'][];
      missing: components['schemas']['MissingBasisView'][];
      /** @description Names that stand in the free text */
      nameFound: string[];
      /** @description Give it back to approve this packet and no other */
      mark: string;
    };
    SendUpdateDto: {
      request?: string;
      summary?: string;
      purposeFields?: components['schemas']['PurposeFieldsDto'];
      levels?: {
        [key: string]: string;
      };
      /** @description Changed fields that are not told yet: the receiver keeps what it has of them */
      keep?: (
        | 'identity.name'
        | 'identity.nik'
        | 'identity.birthDate'
        | 'identity.age'
        | 'identity.sex'
        | 'identity.phone'
        | 'identity.address'
        | 'identity.region'
        | 'children'
        | 'guardian'
        | 'school.name'
        | 'safeContact'
        | 'risk.level'
        | 'risk.flags'
        | 'risk.healthFlags'
        | 'noContactWith'
        | 'accommodations'
        | 'school.safety'
        | 'complaint'
        | 'medicalHistoryStrangulation'
        | 'incident.time'
        | 'incident.place'
        | 'summary'
        | 'chronology.full'
        | 'evidenceList'
        | 'reportedPerson.name'
        | 'reportedPerson.relation'
        | 'request'
        | 'companion'
        | 'spvPresent'
        | 'costSource'
        | 'legalQuestion'
        | 'school.action'
      )[];
      /** @description The mark of the preview that is approved */
      mark: string;
    };
    SharedClientView: {
      /** Format: uuid */
      id: string;
      position: number;
    };
    SharedFieldView: {
      field: string;
      label: string;
      /** @enum {string} */
      level: 'MASKED' | 'FULL';
    };
    SharedEntryView: {
      /** Format: date-time */
      at: string;
      /** @enum {string} */
      kind:
        | 'ASKED'
        | 'SENT'
        | 'UPDATED'
        | 'ANSWERED'
        | 'NOTE'
        | 'PAPER'
        | 'LINK'
        | 'OPENED'
        | 'LINK_OPENED'
        | 'EMERGENCY'
        | 'OUTSIDE'
        | 'EXPORTED'
        | 'CLOSED';
      /** Format: uuid */
      referralId: string | null;
      number: string | null;
      /** @description Who received, or whose person looked */
      receiver: string | null;
      service: string | null;
      basis: string[];
      fields: components['schemas']['SharedFieldView'][];
      changes: components['schemas']['FieldChangeView'][];
      by: string | null;
      /** @description SENDER or CONSENT of a view that closed; the coded reason of a look */
      reason: string | null;
    };
    SharedRecordView: {
      caseNumber: string;
      clients: components['schemas']['SharedClientView'][];
      items: components['schemas']['SharedEntryView'][];
    };
    StepWithdrawalView: {
      /** Format: date-time */
      at: string;
      byName: string;
      reason: string;
    };
    LegalStepView: {
      /** Format: uuid */
      id: string;
      /**
       * @description EVENT: recorded as an event of the register alone
       * @enum {string}
       */
      source: 'STEP' | 'EVENT';
      /** @enum {string} */
      kind:
        | 'LP'
        | 'SP2HP'
        | 'VISUM_DIMINTA'
        | 'VISUM_TERBIT'
        | 'PENYIDIKAN'
        | 'SPDP'
        | 'P19'
        | 'P21'
        | 'TAHAP_II'
        | 'SP3'
        | 'SIDANG'
        | 'PUTUSAN'
        | 'UPAYA_HUKUM'
        | 'INKRAH'
        | 'INKRAH_DIBERITAHUKAN'
        | 'RESTITUSI_LPSK'
        | 'RESTITUSI_PN'
        | 'RESTITUSI_DIPERIKSA'
        | 'RESTITUSI_DITETAPKAN'
        | 'RESTITUSI_SALINAN'
        | 'RESTITUSI_DIBAYAR'
        | 'PERLINDUNGAN_DIBERIKAN'
        | 'PERLINDUNGAN_SELESAI'
        | 'PERINTAH_DIMOHON'
        | 'PERINTAH_TERBIT'
        | 'PERINTAH_DITOLAK'
        | 'PERINTAH_DIPERPANJANG'
        | 'PERINTAH_SELESAI'
        | 'LPSK_DIMOHON'
        | 'LPSK_MEMUTUSKAN'
        | 'LITMAS_DIMINTA'
        | 'LITMAS_TERBIT'
        | 'DIVERSI_DIMULAI'
        | 'DIVERSI_SELESAI';
      label: string;
      by: string;
      /** Format: date-time */
      at: string;
      /** Format: date-time */
      knownAt: string;
      /** Format: date-time */
      nextAt: string | null;
      number: string | null;
      /** @enum {string|null} */
      outOfOrder: 'TOO_EARLY' | 'AGAIN' | 'AFTER_THE_END' | null;
      reason: string | null;
      recordedByName: string;
      withdrawn: components['schemas']['StepWithdrawalView'] | null;
      availableActs: string[];
    };
    AwaitedView: {
      /** @enum {string} */
      kind:
        | 'LP'
        | 'SP2HP'
        | 'VISUM_DIMINTA'
        | 'VISUM_TERBIT'
        | 'PENYIDIKAN'
        | 'SPDP'
        | 'P19'
        | 'P21'
        | 'TAHAP_II'
        | 'SP3'
        | 'SIDANG'
        | 'PUTUSAN'
        | 'UPAYA_HUKUM'
        | 'INKRAH'
        | 'INKRAH_DIBERITAHUKAN'
        | 'RESTITUSI_LPSK'
        | 'RESTITUSI_PN'
        | 'RESTITUSI_DIPERIKSA'
        | 'RESTITUSI_DITETAPKAN'
        | 'RESTITUSI_SALINAN'
        | 'RESTITUSI_DIBAYAR'
        | 'PERLINDUNGAN_DIBERIKAN'
        | 'PERLINDUNGAN_SELESAI'
        | 'PERINTAH_DIMOHON'
        | 'PERINTAH_TERBIT'
        | 'PERINTAH_DITOLAK'
        | 'PERINTAH_DIPERPANJANG'
        | 'PERINTAH_SELESAI'
        | 'LPSK_DIMOHON'
        | 'LPSK_MEMUTUSKAN'
        | 'LITMAS_DIMINTA'
        | 'LITMAS_TERBIT'
        | 'DIVERSI_DIMULAI'
        | 'DIVERSI_SELESAI';
      label: string;
      by: string;
      /** @description What it usually follows on, in words */
      follows: string | null;
      /** Format: date-time */
      since: string;
      /** Format: date-time */
      announced: string | null;
      /** Format: date-time */
      dueAt: string | null;
      basisWords: string | null;
      citation: string | null;
    };
    StepKindView: {
      /** @enum {string} */
      kind:
        | 'LP'
        | 'SP2HP'
        | 'VISUM_DIMINTA'
        | 'VISUM_TERBIT'
        | 'PENYIDIKAN'
        | 'SPDP'
        | 'P19'
        | 'P21'
        | 'TAHAP_II'
        | 'SP3'
        | 'SIDANG'
        | 'PUTUSAN'
        | 'UPAYA_HUKUM'
        | 'INKRAH'
        | 'INKRAH_DIBERITAHUKAN'
        | 'RESTITUSI_LPSK'
        | 'RESTITUSI_PN'
        | 'RESTITUSI_DIPERIKSA'
        | 'RESTITUSI_DITETAPKAN'
        | 'RESTITUSI_SALINAN'
        | 'RESTITUSI_DIBAYAR'
        | 'PERLINDUNGAN_DIBERIKAN'
        | 'PERLINDUNGAN_SELESAI'
        | 'PERINTAH_DIMOHON'
        | 'PERINTAH_TERBIT'
        | 'PERINTAH_DITOLAK'
        | 'PERINTAH_DIPERPANJANG'
        | 'PERINTAH_SELESAI'
        | 'LPSK_DIMOHON'
        | 'LPSK_MEMUTUSKAN'
        | 'LITMAS_DIMINTA'
        | 'LITMAS_TERBIT'
        | 'DIVERSI_DIMULAI'
        | 'DIVERSI_SELESAI';
      label: string;
      /** @description Code of JENIS_INSTANSI */
      byKind: string;
      /** @description In its usual order now; otherwise a reason is asked for */
      usual: boolean;
      namesNext: boolean;
    };
    ProceedingsView: {
      caseNumber: string;
      steps: components['schemas']['LegalStepView'][];
      awaited: components['schemas']['AwaitedView'][];
      kinds: components['schemas']['StepKindView'][];
      availableActs: string[];
    };
    LegalStepInput: {
      /** @enum {string} */
      kind:
        | 'LP'
        | 'SP2HP'
        | 'VISUM_DIMINTA'
        | 'VISUM_TERBIT'
        | 'PENYIDIKAN'
        | 'SPDP'
        | 'P19'
        | 'P21'
        | 'TAHAP_II'
        | 'SP3'
        | 'SIDANG'
        | 'PUTUSAN'
        | 'UPAYA_HUKUM'
        | 'INKRAH'
        | 'INKRAH_DIBERITAHUKAN'
        | 'RESTITUSI_LPSK'
        | 'RESTITUSI_PN'
        | 'RESTITUSI_DIPERIKSA'
        | 'RESTITUSI_DITETAPKAN'
        | 'RESTITUSI_SALINAN'
        | 'RESTITUSI_DIBAYAR'
        | 'PERLINDUNGAN_DIBERIKAN'
        | 'PERLINDUNGAN_SELESAI'
        | 'PERINTAH_DIMOHON'
        | 'PERINTAH_TERBIT'
        | 'PERINTAH_DITOLAK'
        | 'PERINTAH_DIPERPANJANG'
        | 'PERINTAH_SELESAI'
        | 'LPSK_DIMOHON'
        | 'LPSK_MEMUTUSKAN'
        | 'LITMAS_DIMINTA'
        | 'LITMAS_TERBIT'
        | 'DIVERSI_DIMULAI'
        | 'DIVERSI_SELESAI';
      /**
       * Format: date-time
       * @description When it happened; absent: now
       * @example 2026-03-20T23:10:00+07:00
       */
      at?: string;
      /**
       * Format: date-time
       * @description When the unit came to know of it; absent: now
       * @example 2026-03-20T23:10:00+07:00
       */
      knownAt?: string;
      /**
       * Format: date-time
       * @description Of a hearing: for when the next one was announced
       * @example 2026-03-20T23:10:00+07:00
       */
      nextAt?: string;
      /** @example LP/B/12/IV/2026/SPKT */
      number?: string;
      /**
       * Format: uuid
       * @description Whose act it was; of the kind that the step names
       */
      agencyId?: string;
      reason?: string;
    };
    StepWithdrawalInput: {
      reason: string;
    };
    TimelineInput: {
      /** @enum {string} */
      reason: 'CLIENT_ASKS' | 'UNDUE_DELAY' | 'COURT' | 'INSPECTION';
      /**
       * @description With the numbers of police and court
       * @default false
       */
      withNumbers: boolean;
    };
    SeatView: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      referralId: string;
      agencyName: string;
      classes: string[];
      /** @enum {string} */
      answer: 'INVITED' | 'ACCEPTED' | 'DECLINED';
      attended: boolean | null;
      dissent: string | null;
    };
    DecisionView: {
      /** Format: uuid */
      id: string;
      text: string;
      /** Format: date-time */
      dueAt: string;
      ownerName: string;
      /** Format: uuid */
      referralId: string | null;
      /** Format: date-time */
      doneAt: string | null;
      mayFinish: boolean;
    };
    AgendaItemView: {
      /** Format: uuid */
      id: string;
      question: string;
      classes: string[];
      discussion: string | null;
      decisions: components['schemas']['DecisionView'][];
    };
    ConferenceView: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      status: 'PLANNED' | 'HELD' | 'SIGNED' | 'CANCELLED';
      /** Format: date-time */
      at: string;
      place: string;
      calledByName: string;
      minutesByName: string | null;
      /** Format: date-time */
      minutesAt: string | null;
      signedByName: string | null;
      /** Format: date-time */
      signedAt: string | null;
      cancelReason: string | null;
      /** @description For an invited agency: its own */
      seats: components['schemas']['SeatView'][];
      /** @description For an invited agency: what a basis covers for it */
      items: components['schemas']['AgendaItemView'][];
      availableActs: string[];
    };
    CaseConferencesView: {
      caseNumber: string;
      mayCall: boolean;
      items: components['schemas']['ConferenceView'][];
    };
    AgendaItemInput: {
      question: string;
      /** @description What it is about */
      classes?: ('OWN_REFERRAL' | 'CHRONOLOGY' | 'HEALTH_PSYCH' | 'RISK_SAFETY')[];
    };
    ConferenceInput: {
      /**
       * Format: date-time
       * @description When they meet
       * @example 2026-03-20T23:10:00+07:00
       */
      at: string;
      /** @example Ruang rapat UPTD PPA */
      place: string;
      items: components['schemas']['AgendaItemInput'][];
      /** @description Referrals under way whose receivers are invited */
      referralIds: string[];
    };
    DecisionInput: {
      text: string;
      /**
       * Format: date-time
       * @description Until when
       * @example 2026-03-20T23:10:00+07:00
       */
      dueAt: string;
      /**
       * Format: uuid
       * @description The agency that does it; or an account
       */
      referralId?: string;
      /**
       * Format: uuid
       * @description A colleague of the team who does it
       */
      accountId?: string;
    };
    MinutedItemInput: {
      /** Format: uuid */
      itemId: string;
      discussion: string;
      decisions: components['schemas']['DecisionInput'][];
    };
    MinutesInput: {
      attendedReferralIds: string[];
      items: components['schemas']['MinutedItemInput'][];
    };
    CancellationInput: {
      reason: string;
    };
    InvitationsView: {
      items: components['schemas']['ConferenceView'][];
    };
    ReplyInput: {
      /** @enum {string} */
      answer: 'ACCEPTED' | 'DECLINED';
    };
    DissentInput: {
      text: string;
    };
    CompletionDto: {
      /** @description Code of list HASIL_LAYANAN */
      outcome: string;
      text: string;
      /**
       * Format: date-time
       * @description The next appointment, where one was made
       * @example 2026-03-20T23:10:00+07:00
       */
      nextAt?: string;
      /** @description Given in part: code of list ALASAN_SEBAGIAN */
      shortfall?: string;
      /** @example Enam sesi lagi */
      remains?: string;
    };
    FailureDto: {
      /** @description Code of list ALASAN_TIDAK_BERHASIL */
      reason: string;
      text: string;
    };
    ConfirmationDto: {
      /**
       * @default NOT_ASKED
       * @enum {string}
       */
      clientAnswer: 'HELPED' | 'PARTLY' | 'NOT_HELPED' | 'NOT_ASKED';
      note?: string;
      /**
       * @description The rest of a service given in part
       * @enum {string}
       */
      remainder?: 'CONTINUE' | 'ENOUGH';
      /** @description Code of list ALASAN_CUKUP, with ENOUGH */
      enoughReason?: string;
    };
    WorkLeftView: {
      openReferrals: number;
      unconfirmedReferrals: number;
      drafts: number;
    };
    RightsInput: {
      /**
       * @description The client knows that the case ends, and why
       * @enum {string}
       */
      TOLD_OF_CLOSING: 'DONE' | 'NOT_DONE' | 'NOT_APPLICABLE';
      /**
       * @description The client knows whom to call when help is needed again
       * @enum {string}
       */
      KNOWS_HOW_TO_RETURN: 'DONE' | 'NOT_DONE' | 'NOT_APPLICABLE';
      /** @enum {string} */
      SAFETY_PLAN: 'DONE' | 'NOT_DONE' | 'NOT_APPLICABLE';
      /**
       * @description Told of restitution and compensation
       * @enum {string}
       */
      RESTITUTION_TOLD: 'DONE' | 'NOT_DONE' | 'NOT_APPLICABLE';
      /** @enum {string} */
      DOCUMENTS_RETURNED: 'DONE' | 'NOT_DONE' | 'NOT_APPLICABLE';
    };
    NamedView: {
      /** Format: uuid */
      accountId: string;
      name: string;
    };
    LatestClosingView: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      status: 'PROPOSED' | 'CLOSED' | 'REJECTED' | 'WITHDRAWN' | 'REOPENED';
      /** @description Code of list ALASAN_TERMINASI */
      reason: string;
      rights: components['schemas']['RightsInput'];
      summary: string;
      afterCare: boolean;
      proposedBy: components['schemas']['NamedView'];
      /** Format: date-time */
      proposedAt: string;
      decidedBy: components['schemas']['NamedView'] | null;
      /** Format: date-time */
      decidedAt: string | null;
      /** @description Why it was rejected */
      decision: string | null;
      reopenedBy: components['schemas']['NamedView'] | null;
      /** Format: date-time */
      reopenedAt: string | null;
      reopening: string | null;
      availableActs: ('approve' | 'reject' | 'withdraw')[];
    };
    AftercareView: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      outcome: 'SAFE' | 'NEEDS_HELP' | 'NOT_REACHED' | 'DECLINED';
      note: string | null;
      by: string;
      /** Format: date-time */
      at: string;
    };
    ClosingView: {
      workLeft: components['schemas']['WorkLeftView'];
      latest: components['schemas']['LatestClosingView'] | null;
      /** @description The newest first */
      checks: components['schemas']['AftercareView'][];
    };
    ClosingInput: {
      /** @description Code of list ALASAN_TERMINASI */
      reason: string;
      rights: components['schemas']['RightsInput'];
      summary: string;
    };
    AftercareInput: {
      /** @enum {string} */
      outcome: 'SAFE' | 'NEEDS_HELP' | 'NOT_REACHED' | 'DECLINED';
      note?: string;
    };
    DepartureIdView: {
      /** Format: uuid */
      id: string;
    };
    DepartureRowView: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      accountId: string;
      displayName: string;
      /** @enum {string} */
      role:
        | 'intake_counselor'
        | 'case_worker'
        | 'psychologist'
        | 'supervisor'
        | 'agency_officer'
        | 'agency_head'
        | 'dinas_head'
        | 'planner'
        | 'legal_officer'
        | 'integrity_officer'
        | 'data_officer'
        | 'auditor'
        | 'administrator'
        | 'machine_client';
      agencyName: string;
      proposedByName: string;
      /** Format: date-time */
      proposedAt: string;
      /** @enum {string} */
      status: 'PROPOSED' | 'DONE' | 'REJECTED';
      decidedByName: string | null;
      /** Format: date-time */
      decidedAt: string | null;
      /** @description Whoever asks answers for that office and did not propose it */
      mayDecide: boolean;
    };
    DeparturesView: {
      items: components['schemas']['DepartureRowView'][];
    };
    DepartureItemView: {
      /** @enum {string} */
      kind: 'CASE' | 'SEAT' | 'REFERRAL' | 'SHIFT' | 'STAND_IN' | 'FALLBACK';
      /** Format: uuid */
      objectId: string;
      /** @description Number of case or referral, for those who see such */
      label: string | null;
      closed: boolean;
      /** @description Decisions of a second person that wait on it */
      proposals: number;
      /** @description Missed time limits */
      overdue: number;
      /** Format: uuid */
      toAccountId: string | null;
      /** @description Who may take it */
      possible: string[];
    };
    DepartureColleagueView: {
      /** Format: uuid */
      accountId: string;
      displayName: string;
      /** @enum {string} */
      role:
        | 'intake_counselor'
        | 'case_worker'
        | 'psychologist'
        | 'supervisor'
        | 'agency_officer'
        | 'agency_head'
        | 'dinas_head'
        | 'planner'
        | 'legal_officer'
        | 'integrity_officer'
        | 'data_officer'
        | 'auditor'
        | 'administrator'
        | 'machine_client';
    };
    DepartureView: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      accountId: string;
      displayName: string;
      /** @enum {string} */
      role:
        | 'intake_counselor'
        | 'case_worker'
        | 'psychologist'
        | 'supervisor'
        | 'agency_officer'
        | 'agency_head'
        | 'dinas_head'
        | 'planner'
        | 'legal_officer'
        | 'integrity_officer'
        | 'data_officer'
        | 'auditor'
        | 'administrator'
        | 'machine_client';
      agencyName: string;
      proposedByName: string;
      /** Format: date-time */
      proposedAt: string;
      /** @enum {string} */
      status: 'PROPOSED' | 'DONE' | 'REJECTED';
      decidedByName: string | null;
      /** Format: date-time */
      decidedAt: string | null;
      /** @description Whoever asks answers for that office and did not propose it */
      mayDecide: boolean;
      items: components['schemas']['DepartureItemView'][];
      colleagues: components['schemas']['DepartureColleagueView'][];
    };
    OtherTaker: {
      /**
       * Format: uuid
       * @description The thing, as the page names it
       */
      id: string;
      /**
       * Format: uuid
       * @description Null: the seat stays empty
       */
      accountId: string | null;
    };
    HandOverInput: {
      /**
       * Format: uuid
       * @description Takes whatever is not named otherwise
       */
      successorAccountId?: string;
      others: components['schemas']['OtherTaker'][];
    };
    DepartureDoneView: {
      cases: number;
      seats: number;
      referrals: number;
      roster: number;
    };
    TransferView: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      referralId: string;
      caseNumber: string;
      /** Format: uuid */
      fromAgencyId: string;
      fromAgencyName: string;
      /** Format: uuid */
      toAgencyId: string;
      toAgencyName: string;
      /** @enum {string} */
      reason: 'CLIENT_MOVED' | 'OTHER_AREA' | 'OTHER_MANDATE' | 'CLIENT_ASKED' | 'OUR_INTEREST';
      /** @enum {string} */
      status: 'OFFERED' | 'ACCEPTED' | 'REFUSED' | 'WITHDRAWN';
      offeredByName: string;
      /** Format: date-time */
      offeredAt: string;
      decidedByName: string | null;
      /** Format: date-time */
      decidedAt: string | null;
      /** @enum {string|null} */
      refusal: 'NOT_OURS' | 'NO_CAPACITY' | 'INCOMPLETE' | 'OUR_INTEREST' | null;
      /** @description Who took the case over */
      ownerName: string | null;
      /**
       * Format: uuid
       * @description For those who see the case
       */
      caseId: string | null;
      mayWithdraw: boolean;
      mayDecide: boolean;
    };
    TransfersView: {
      items: components['schemas']['TransferView'][];
    };
    OfferInput: {
      /** @enum {string} */
      reason: 'CLIENT_MOVED' | 'OTHER_AREA' | 'OTHER_MANDATE' | 'CLIENT_ASKED' | 'OUR_INTEREST';
    };
    TakeInput: {
      /**
       * Format: uuid
       * @description Leads the case from now; without it whoever takes it
       */
      ownerAccountId?: string;
    };
    RefuseInput: {
      /** @enum {string} */
      reason: 'NOT_OURS' | 'NO_CAPACITY' | 'INCOMPLETE' | 'OUR_INTEREST';
    };
    SlipView: {
      /** Format: uuid */
      referralId: string;
      number: string | null;
      caseNumber: string;
      status: string;
      statusWords: string;
      toAgency: components['schemas']['AgencyNameView'];
      /** Format: date-time */
      sentAt: string | null;
      /** @description What the slip can still say */
      possible: ('ACCEPTED' | 'REJECTED' | 'ASKED' | 'COMPLETED' | 'FAILED')[];
    };
    ReturnedSlipDto: {
      /** @example 7KQ3F-0ZB1M */
      code: string;
      /** @enum {string} */
      answer: 'ACCEPTED' | 'REJECTED' | 'ASKED' | 'COMPLETED' | 'FAILED';
      /**
       * Format: date-time
       * @description When the receiver answered, as written on the slip
       * @example 2026-03-20T23:10:00+07:00
       */
      answeredAt: string;
      name: string;
      /** @description Code of list ALASAN_TOLAK or ALASAN_TIDAK_BERHASIL */
      reason?: string;
      /** @description Code of list HASIL_LAYANAN */
      outcome?: string;
      text?: string;
      /**
       * Format: date-time
       * @example 2026-03-20T23:10:00+07:00
       */
      appointmentAt?: string;
      place?: string;
    };
    LeadsView: {
      /** @enum {string} */
      page:
        | 'case'
        | 'caseDeadlines'
        | 'referral'
        | 'report'
        | 'cases'
        | 'inbox'
        | 'deadlines'
        | 'alarms'
        | 'audit'
        | 'reviews'
        | 'integrity'
        | 'emergency'
        | 'rules'
        | 'calendar'
        | 'directory'
        | 'roster'
        | 'channels'
        | 'ownAccount'
        | 'newcomers'
        | 'recoveries'
        | 'departures'
        | 'transfers';
      /** Format: uuid */
      id?: string;
    };
    NotificationView: {
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      at: string;
      words: string;
      /** @enum {string} */
      urgency: 'act' | 'know' | 'alarm';
      /** Format: uuid */
      referralId?: string;
      /** Format: uuid */
      caseId?: string;
      /** Format: uuid */
      reportId?: string;
      caseNumber?: string;
      /** @description The page where this reader can do something about it */
      leadsTo: components['schemas']['LeadsView'];
      /** Format: date-time */
      readAt: string | null;
    };
    NotificationPage: {
      items: components['schemas']['NotificationView'][];
      unread: number;
      next: string | null;
    };
    DeviceView: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      browser: 'CHROME' | 'EDGE' | 'FIREFOX' | 'SAFARI' | 'SAMSUNG' | 'OPERA' | 'OTHER';
      /** @enum {string} */
      system: 'ANDROID' | 'IOS' | 'WINDOWS' | 'MACOS' | 'LINUX' | 'OTHER';
      /** Format: date-time */
      since: string;
      /** @description SHA-256 of the endpoint, base64url: a page knows its own browser by it */
      fingerprint: string;
    };
    ChannelsView: {
      /** @description What the city has set up */
      open: ('email' | 'gateway' | 'push')[];
      email: boolean;
      gateway: boolean;
      /** @description What may wait, waits until the office opens */
      quiet: boolean;
      telephone: string | null;
      /** @description Browsers that are pushed to */
      devices: components['schemas']['DeviceView'][];
      /** @description applicationServerKey for pushManager.subscribe; null where push is not set up */
      pushKey: string | null;
    };
    ChooseChannelsInput: {
      email: boolean;
      gateway: boolean;
      /** @description What may wait, waits until the office opens; absent leaves it */
      quiet?: boolean;
      /** @description Own number, as people write it; null takes it away */
      telephone?: string | null;
    };
    AddDeviceInput: {
      /** @description Address at the browser maker’s push service */
      endpoint: string;
      /** @description Public key of the browser: 65 bytes, base64url */
      p256dh: string;
      /** @description Shared secret of the browser: 16 bytes, base64url */
      auth: string;
      /** @enum {string} */
      browser: 'CHROME' | 'EDGE' | 'FIREFOX' | 'SAFARI' | 'SAMSUNG' | 'OPERA' | 'OTHER';
      /** @enum {string} */
      system: 'ANDROID' | 'IOS' | 'WINDOWS' | 'MACOS' | 'LINUX' | 'OTHER';
    };
    AnsweredView: {
      by: string;
      /** Format: date-time */
      at: string;
    };
    UnusualReadingView: {
      /**
       * Format: uuid
       * @description Whose trail to look at
       */
      accountId: string;
      /** @enum {string} */
      rule: 'MANY_CASES' | 'MANY_REVEALS' | 'NIGHT' | 'SAME_CASE' | 'SEARCHES' | 'OTHERS_PACKETS';
      /** @description What was unusual, in plain sentences */
      sentences: string[];
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      to: string;
    };
    AlarmView: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind:
        | 'NOBODY_TO_TELL'
        | 'NO_WORKING_CHANNEL'
        | 'CHANNEL_FAILED'
        | 'MESSAGE_STUCK'
        | 'WORKER_CLOCK'
        | 'INVARIANT_BROKEN'
        | 'WITNESS_TROUBLED'
        | 'UNUSUAL_READING'
        | 'BAIT_READ';
      title: string;
      /** @description What mends it */
      advice: string;
      /** @description Codes: a channel, a failure, a party of the register; may be empty */
      detail: string;
      /** @description The office whose people it is about */
      agencyName?: string;
      /** @description Whom nobody can reach, or whose reading it is */
      personName?: string;
      /** Format: date-time */
      since: string;
      /** Format: date-time */
      lastSeenAt: string;
      /** @description How often it was seen since */
      times: number;
      /** @description Who must act now */
      mustActNames: string[];
      /**
       * Format: date-time
       * @description When it climbs, unless somebody answers
       */
      climbsAt?: string;
      acknowledged?: components['schemas']['AnsweredView'];
      resolved?: components['schemas']['AnsweredView'];
      /** @description How it was mended */
      note?: string;
      reading?: components['schemas']['UnusualReadingView'];
      /** @enum {string} */
      outcome?: 'EXPLAINED' | 'TO_TALK' | 'REPORTED';
      /** @description With which of these it ends; none: a note alone */
      outcomes: ('EXPLAINED' | 'TO_TALK' | 'REPORTED')[];
      /**
       * @description The page on which this reader mends it
       * @enum {string}
       */
      mendedAt?: 'roster' | 'accounts';
      availableActs: string[];
    };
    AlarmList: {
      items: components['schemas']['AlarmView'][];
    };
    ResolutionInput: {
      note: string;
      /**
       * @description What came of it; only for unusual reading
       * @enum {string}
       */
      outcome?: 'EXPLAINED' | 'TO_TALK' | 'REPORTED';
    };
    CountersView: {
      overdue: number;
      today: number;
      waiting: number;
      drafts: number;
      /** @description Reports received and not yet opened, joined or found outside the mandate */
      reports: number;
    };
    WorkItemView: {
      /** Format: uuid */
      deadlineId?: string;
      /**
       * Format: uuid
       * @description A lower level that waits for a second person
       */
      screeningId?: string;
      /**
       * Format: uuid
       * @description The end of a case that waits for a second person
       */
      closingId?: string;
      /**
       * Format: uuid
       * @description Sharing against a no that waits for a second person
       */
      basisId?: string;
      /** Format: date-time */
      dueAt: string | null;
      title: string;
      caseNumber?: string;
      /** Format: uuid */
      caseId?: string;
      /** Format: uuid */
      referralId?: string;
      /** Format: uuid */
      reportId?: string;
      /** @description Who owes it, when somebody else does */
      agency?: string;
      /** @description Masked */
      client?: string;
      detail?: string;
      verb: string;
      paused: boolean;
    };
    WorkGroupView: {
      /** @enum {string} */
      key: 'OVERDUE' | 'TODAY' | 'WEEK' | 'WAITING';
      items: components['schemas']['WorkItemView'][];
    };
    WorkDraftView: {
      /** Format: uuid */
      referralId: string;
      /** Format: uuid */
      caseId: string;
      caseNumber: string;
      agencyName: string;
      /** @description Code of list LAYANAN */
      serviceCode: string;
      authorName: string;
      /** Format: date-time */
      startedAt: string;
    };
    WorklistView: {
      counters: components['schemas']['CountersView'];
      groups: components['schemas']['WorkGroupView'][];
      /** @description Referrals begun and not sent, the newest first */
      drafts: components['schemas']['WorkDraftView'][];
    };
    BoardItemView: {
      /** Format: uuid */
      deadlineId: string;
      action: string;
      basis: string;
      basisWords: string;
      /** Format: date-time */
      dueAt: string | null;
      caseNumber: string | null;
      /** Format: uuid */
      caseId?: string;
      /** Format: uuid */
      referralId?: string;
      /** Format: uuid */
      reportId?: string;
      ownerName: string | null;
      /** @description Last rung of the ladder that rang */
      lastRung: string | null;
      /** Format: date-time */
      lastToldAt: string | null;
      lastToldNames: string[];
      acknowledgedBy: string | null;
      /** Format: date-time */
      acknowledgedAt: string | null;
    };
    BoardGroupView: {
      /** Format: uuid */
      agencyId: string | null;
      agencyName: string;
      items: components['schemas']['BoardItemView'][];
    };
    OverdueBoardView: {
      total: number;
      groups: components['schemas']['BoardGroupView'][];
    };
    HsdsPackageView: {
      organization?: {
        [key: string]: unknown;
      }[];
      service?: {
        [key: string]: unknown;
      }[];
    };
    ImportPackageInput: {
      /** @enum {string} */
      profile: 'hsds-3.0';
      /** @description The package as JSON text: rows under the names of their tables */
      content: string;
      /** @description False: only say what would happen */
      commit: boolean;
      /** @description What the trial answered; needed to commit */
      preview?: string;
    };
    HsdsCountsView: {
      added: number;
      changed: number;
      /** @description In the directory, not in the package: they stay */
      gone: number;
      same: number;
      faults: number;
      notices: number;
    };
    HsdsRowChangeView: {
      resource: string;
      id: string;
      name: string;
      fields: string[];
    };
    HsdsRowNoteView: {
      resource: string;
      /** @description From 1; 0: the whole table or package */
      row: number;
      field: string;
      code: string;
    };
    PackageImportView: {
      committed: boolean;
      preview: string;
      counts: components['schemas']['HsdsCountsView'];
      /** @description The first three hundred */
      added: components['schemas']['HsdsRowChangeView'][];
      changed: components['schemas']['HsdsRowChangeView'][];
      gone: components['schemas']['HsdsRowChangeView'][];
      faults: components['schemas']['HsdsRowNoteView'][];
      notices: components['schemas']['HsdsRowNoteView'][];
    };
    LedgerObject: {
      kind: string;
      /** Format: uuid */
      id: string;
    };
    AuditEntryView: {
      /** Format: uuid */
      id: string;
      seq: number;
      /** Format: date-time */
      at: string;
      act: string;
      /** @enum {string} */
      decision: 'allowed' | 'refused' | 'denied';
      /** @enum {string} */
      kind: 'read' | 'revealed' | 'change' | 'sent' | 'exported' | 'session' | 'failed';
      /** @description What it says to a person; the name goes before it */
      sentence: string;
      /**
       * Format: uuid
       * @description A pseudonym; null for the system
       */
      actorId: string | null;
      actorName: string | null;
      actorRole: string;
      agencyName: string | null;
      object?: components['schemas']['LedgerObject'];
      /** Format: uuid */
      caseId?: string;
      caseNumber?: string;
      /**
       * Format: uuid
       * @description The case by its pseudonym in the ledger
       */
      caseRef?: string;
      /** @description Whose account it is about */
      accountName?: string;
      facts: Record<string, never>;
      /** @description Whether a signed seal holds it already */
      sealed: boolean;
    };
    AuditPage: {
      items: components['schemas']['AuditEntryView'][];
      next: string | null;
    };
    TrailPersonView: {
      /** Format: uuid */
      id: string;
      name: string;
      role: string;
      /** Format: uuid */
      agencyId: string;
      agencyName: string;
      /** @description False for somebody who left */
      active: boolean;
    };
    TrailPeople: {
      items: components['schemas']['TrailPersonView'][];
    };
    FirstBadView: {
      why: string;
      /** @description Place in the tree, counted from 0 */
      index: number | null;
      /** @description End of the range in doubt */
      lastIndex: number | null;
      /** Format: uuid */
      entryId: string | null;
      checkpoint: number | null;
    };
    WitnessView: {
      /** @description The name in the witness’s key */
      name: string;
      /** @description Entries that it vouched for */
      size: number | null;
      /** Format: date-time */
      signedAt: string | null;
      /** @description Seals that it has not signed yet */
      behind: number;
      /** @enum {string|null} */
      trouble:
        | 'silent'
        | 'badAnswer'
        | 'unknownLedger'
        | 'unknownKey'
        | 'proofRefused'
        | 'forked'
        | 'knowsMore'
        | null;
      /** @description How it stands, in a sentence */
      words: string;
      /** @description What to do about its trouble */
      advice?: string;
    };
    VerificationView: {
      ok: boolean;
      /**
       * @description The kind of answer, as apps/verify tells it by its exit code
       * @enum {string}
       */
      result: 'intact' | 'tampered' | 'incomplete' | 'wrongKey' | 'unwitnessed';
      entries: number;
      sealed: number;
      pending: number;
      checkpoints: number;
      firstBad?: components['schemas']['FirstBadView'];
      words: string;
      witnesses: components['schemas']['WitnessView'][];
      /** @description Whether enough witnesses signed the newest seal */
      witnessed: boolean;
      /** @description What is said of the witnesses */
      witnessWords: string;
    };
    LastPrintView: {
      /** Format: date-time */
      at: string;
      byName: string | null;
    };
    CheckpointView: {
      number: number;
      /** Format: date-time */
      at: string;
      size: number;
      /** @description C2SP signed note */
      note: string;
      /** @description name+id+key */
      publicKey: string;
      witnesses: components['schemas']['WitnessView'][];
      /** @description Whether enough witnesses signed the newest seal, or the one before */
      witnessed: boolean;
      /** @description When the daily seal was last printed */
      printed?: components['schemas']['LastPrintView'];
    };
    CheckpointSheetView: {
      number: number;
      /**
       * Format: date-time
       * @description When it was sealed
       */
      at: string;
      size: number;
      /** @description Root of the tree, base64 */
      root: string;
      /** @description C2SP signed note with the witnesses’ signatures; what the QR code holds */
      note: string;
      /** @description name+id+key */
      publicKey: string;
      /** @description Whose signatures are in the note */
      witnesses: string[];
      /** Format: date-time */
      printedAt: string;
    };
    CaseTrailInput: {
      /** Format: uuid */
      caseId?: string;
      /**
       * Format: uuid
       * @description The case by its pseudonym, for whoever sees no case
       */
      caseRef?: string;
      /**
       * @description Why the trail leaves the house
       * @enum {string}
       */
      reason: 'COURT' | 'COMPLAINT' | 'INSPECTION' | 'CLIENT_ASKS';
    };
    TrailLineView: {
      /** @description Its number in the ledger, from 1: the place in the tree that the proof is about */
      number: number;
      /** Format: date-time */
      at: string;
      /** @description In Indonesian, whatever the reader’s language: it is a document */
      sentence: string;
      decision: string;
      /** @description Null for the system */
      name: string | null;
      role: string;
      agency: string | null;
    };
    CaseTrailView: {
      /** @description For whoever may see the case */
      caseNumber?: string;
      /**
       * Format: uuid
       * @description The case by its pseudonym in the ledger
       */
      caseRef: string;
      /** Format: date-time */
      at: string;
      /** @enum {string} */
      reason: 'COURT' | 'COMPLAINT' | 'INSPECTION' | 'CLIENT_ASKS';
      lines: components['schemas']['TrailLineView'][];
      /** @description Entries that no seal holds yet: neither here nor in the file */
      unsealed: number;
      /** @description Number of the seal */
      seal: number;
      /** @description Entries of the whole ledger under the seal */
      size: number;
      /** @description Root of the tree, base64: the same on each paper of this seal */
      root: string;
      /** @description For apps/verify: one JSON object per line */
      file: string;
    };
    CaseViewerView: {
      /** Format: uuid */
      accountId: string;
      name: string;
      role: string;
      agencyName: string;
      /**
       * @description How the person stands to the case now
       * @enum {string}
       */
      relation: 'team' | 'supervisor' | 'receiver' | 'formerTeam' | 'outside';
      looks: number;
      /** @description How often identities were opened */
      reveals: number;
      /** @description Acts that are no look */
      others: number;
      /** @description Attempts that were refused */
      failed: number;
      /** Format: date-time */
      firstAt: string;
      /** Format: date-time */
      lastAt: string;
    };
    CaseViewersView: {
      caseNumber: string;
      items: components['schemas']['CaseViewerView'][];
    };
    ReviewView: {
      /** Format: uuid */
      id: string;
      /**
       * Format: date
       * @description The day in the city that was gone through
       */
      day: string;
      /**
       * @description Whose people review it
       * @enum {string}
       */
      side: 'office' | 'integrity';
      /**
       * @description Why it was picked
       * @enum {string}
       */
      reason:
        | 'emergency'
        | 'outOfScope'
        | 'denied'
        | 'export'
        | 'override'
        | 'legalDuty'
        | 'lateEdit'
        | 'nightReading'
        | 'reveal'
        | 'sample';
      /** @enum {string} */
      status: 'open' | 'asked' | 'done';
      /** @enum {string|null} */
      outcome: 'IN_ORDER' | 'CONCERN' | null;
      /** Format: uuid */
      subjectId: string;
      subjectName: string;
      subjectRole: string;
      subjectAgency: string;
      /**
       * Format: uuid
       * @description The case by its pseudonym
       */
      caseRef?: string;
      /** Format: uuid */
      caseId?: string;
      caseNumber?: string;
      /** @description How many entries it is about */
      entries: number;
      /** Format: date-time */
      firstAt: string;
      /** Format: date-time */
      lastAt: string;
      /** Format: date-time */
      dueAt: string | null;
      askedBy: string | null;
      /** Format: date-time */
      askedAt: string | null;
      reviewedBy: string | null;
      /** Format: date-time */
      reviewedAt: string | null;
      note: string | null;
      /** @description What the reader may say of it now */
      availableOutcomes: ('IN_ORDER' | 'ASK' | 'CONCERN')[];
    };
    ReviewPageView: {
      items: components['schemas']['ReviewView'][];
      next: string | null;
    };
    ReviewDetailView: {
      review: components['schemas']['ReviewView'];
      entries: components['schemas']['AuditEntryView'][];
    };
    ReviewDecisionInput: {
      /**
       * @description ASK keeps it open; a note goes with ASK and CONCERN
       * @enum {string}
       */
      outcome: 'IN_ORDER' | 'ASK' | 'CONCERN';
      note?: string;
    };
    SealTeamView: {
      /** Format: uuid */
      accountId: string;
      name: string;
      role: string;
    };
    SealProposalView: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind: 'SEAL' | 'UNSEAL';
      /** @enum {string} */
      reason:
        | 'REPORTED_IS_STAFF'
        | 'REPORTED_HAS_POWER'
        | 'SOMEBODY_LOOKS'
        | 'PUBLIC_ATTENTION'
        | 'CLIENT_ASKED'
        | 'REASON_ENDED';
      team: components['schemas']['SealTeamView'][];
      proposedBy: string;
      /** Format: date-time */
      proposedAt: string;
      availableActs: ('approve' | 'reject' | 'withdraw')[];
    };
    ConflictView: {
      /** Format: uuid */
      id: string;
      /** @description Names of the accounts of that person */
      names: string[];
      /** @enum {string} */
      source: 'SELF' | 'COLLEAGUE' | 'INTEGRITY' | 'MATCH';
      /** Format: date-time */
      since: string;
      mayLift: boolean;
    };
    ProtectionView: {
      sealed: boolean;
      /** @description Who sees the sealed case */
      team: components['schemas']['SealTeamView'][];
      proposal: components['schemas']['SealProposalView'] | null;
      conflicts: components['schemas']['ConflictView'][];
      /** @description Who could be named */
      candidates: components['schemas']['SealTeamView'][];
    };
    GuardedCaseView: {
      sealed: boolean;
      /** @description Who sees the sealed case */
      team: components['schemas']['SealTeamView'][];
      proposal: components['schemas']['SealProposalView'] | null;
      conflicts: components['schemas']['ConflictView'][];
      /** @description Who could be named */
      candidates: components['schemas']['SealTeamView'][];
      /** Format: uuid */
      caseId: string;
      number: string;
      agencyName: string;
    };
    GuardedCasesView: {
      items: components['schemas']['GuardedCaseView'][];
    };
    SealInput: {
      /** @enum {string} */
      kind: 'SEAL' | 'UNSEAL';
      /** @enum {string} */
      reason:
        | 'REPORTED_IS_STAFF'
        | 'REPORTED_HAS_POWER'
        | 'SOMEBODY_LOOKS'
        | 'PUBLIC_ATTENTION'
        | 'CLIENT_ASKED'
        | 'REASON_ENDED';
      /** @description Who will see the case; at least two people */
      teamAccountIds?: string[];
    };
    ConflictInput: {
      /**
       * Format: uuid
       * @description Who has the interest; absent: I do
       */
      accountId?: string;
    };
    SightPersonView: {
      /** Format: uuid */
      accountId: string;
      name: string;
      role: string;
      agencyName: string;
      /** @description Whether anything of the case is open to the person now */
      sees: boolean;
    };
    SightPeopleView: {
      items: components['schemas']['SightPersonView'][];
    };
    WayView: {
      /** @description As the access policy calls it */
      relation: string;
      /** @enum {string} */
      how:
        | 'owner'
        | 'member'
        | 'named'
        | 'unit'
        | 'guard'
        | 'emergency'
        | 'receiver'
        | 'asked'
        | 'report'
        | 'missed';
      /** Format: date-time */
      since: string | null;
      /** Format: date-time */
      until: string | null;
      /** @description False: ended, not begun, or the case is kept from the person */
      holds: boolean;
    };
    OpenedView: {
      route: string;
      answer: string;
      /** @description Fields of that answer, by the access policy */
      fields: string[];
    };
    SightView: {
      /** Format: uuid */
      accountId: string;
      name: string;
      role: string;
      agencyName: string;
      /** @description Whether anything of the case is open to the person now */
      sees: boolean;
      ways: components['schemas']['WayView'][];
      /** @description What keeps the case from the person */
      barred: ('sealed' | 'interest' | 'workplace' | 'guarded')[];
      opens: components['schemas']['OpenedView'][];
    };
    EmergencyAccessView: {
      /** Format: uuid */
      id: string;
      /**
       * Format: uuid
       * @description While the reader sees the case
       */
      caseId: string | null;
      caseNumber: string | null;
      agencyName: string | null;
      personName: string;
      personRole: string;
      personAgency: string;
      /** @enum {string} */
      reason: 'DANGER_NOW' | 'CLIENT_CALLS' | 'MEDICAL' | 'RESCUE' | 'TEAM_UNREACHABLE';
      words: string | null;
      /** Format: date-time */
      openedAt: string;
      /** Format: date-time */
      until: string;
      /** Format: date-time */
      endedAt: string | null;
      endedByName: string | null;
      /** @description Looks at the page and its notes */
      looks: number | null;
      reveals: number | null;
      notes: number | null;
      /** @enum {string|null} */
      outcome: 'JUSTIFIED' | 'TO_TALK' | 'NOT_JUSTIFIED' | null;
      /** Format: date-time */
      reviewedAt: string | null;
      reviewedByName: string | null;
      own: boolean;
      availableActs: ('emergency.end' | 'emergency.review')[];
    };
    EmergencyAccessesView: {
      items: components['schemas']['EmergencyAccessView'][];
    };
    EmergencyInput: {
      /**
       * @description The whole number; there is no search
       * @example PBM-2026-0042
       */
      caseNumber: string;
      /** @enum {string} */
      reason: 'DANGER_NOW' | 'CLIENT_CALLS' | 'MEDICAL' | 'RESCUE' | 'TEAM_UNREACHABLE';
      /** @description Why, in words; sealed with the case */
      words: string;
    };
    EmergencyReviewInput: {
      /** @enum {string} */
      outcome: 'JUSTIFIED' | 'TO_TALK' | 'NOT_JUSTIFIED';
    };
    BaitReadingView: {
      /** Format: date-time */
      at: string;
      personName: string;
      role: string;
      agencyName: string;
      /** @description What was done, in the reader’s language */
      words: string;
    };
    BaitView: {
      /** Format: uuid */
      id: string;
      number: string;
      agencyName: string;
      /** @description Of the invented name; the name itself is sealed */
      initials: string;
      ownerName: string;
      readerNames: string[];
      laidByName: string;
      /** Format: date-time */
      laidAt: string;
      /** Format: date-time */
      endedAt: string | null;
      /** @description Newest first */
      readings: components['schemas']['BaitReadingView'][];
      /**
       * @example [
       *       "bait.end"
       *     ]
       */
      availableActs: string[];
    };
    BaitPersonView: {
      /** Format: uuid */
      accountId: string;
      name: string;
      role: string;
    };
    BaitUnitView: {
      /** Format: uuid */
      agencyId: string;
      agencyName: string;
      /** @description Who has left: whose file it may seem */
      left: components['schemas']['BaitPersonView'][];
      /** @description In whose lists it may lie */
      readers: components['schemas']['BaitPersonView'][];
    };
    BaitsView: {
      items: components['schemas']['BaitView'][];
      /** @description Where another may be laid */
      units: components['schemas']['BaitUnitView'][];
    };
    BaitInput: {
      /**
       * Format: uuid
       * @description The unit among whose files it lies
       */
      agencyId: string;
      /**
       * Format: uuid
       * @description Whose file it seems to be: somebody who has left the unit
       */
      ownerAccountId: string;
      /** @description In whose lists it lies; the supervisor of the unit sees each file of the unit anyway */
      readerAccountIds: string[];
      /** @description An invented name, never that of somebody who lives */
      name: string;
      /** @description Code of list JENIS_KELAMIN */
      sex: string;
      ageYears: number;
      /** @description What the file tells; invented as well */
      story: string;
    };
    BaitLaidView: {
      /** Format: uuid */
      id: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  healthLive: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  healthReady: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Readiness'];
        };
      };
    };
  };
  signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignInInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionView'];
        };
      };
    };
  };
  signInSecondStep: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SecondStepInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionView'];
        };
      };
    };
  };
  askPasskey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PasskeyQuestionInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PasskeyQuestionView'];
        };
      };
    };
  };
  signInWithPasskey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PasskeySignInInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionView'];
        };
      };
    };
  };
  oidcOffer: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OidcOfferView'];
        };
      };
    };
  };
  signInWithOidc: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OidcAnswerInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionView'];
        };
      };
    };
  };
  currentSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionView'];
        };
      };
    };
  };
  signOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  confirmSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmationInput'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  askOwnPasskey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PasskeyQuestionView'];
        };
      };
    };
  };
  listAccounts: {
    parameters: {
      query?: {
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountsView'];
        };
      };
    };
  };
  addAccount: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewAccountInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FirstPasswordView'];
        };
      };
    };
  };
  changeOwnPassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OwnPasswordInput'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  deactivateAccount: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  resetAccount: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FirstPasswordView'];
        };
      };
    };
  };
  ownFactors: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FactorsView'];
        };
      };
    };
  };
  beginTotp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewTotpView'];
        };
      };
    };
  };
  confirmTotp: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TotpCodeInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveryCodesView'];
        };
      };
    };
  };
  beginPasskey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PasskeyQuestionView'];
        };
      };
    };
  };
  addPasskey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewPasskeyInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveryCodesView'];
        };
      };
    };
  };
  removeFactor: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  newRecoveryCodes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveryCodesView'];
        };
      };
    };
  };
  ownSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnSessionsView'];
        };
      };
    };
  };
  endOwnSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  proposeRecovery: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveryHalfView'];
        };
      };
    };
  };
  listRecoveries: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveriesView'];
        };
      };
    };
  };
  confirmRecovery: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveryHalfView'];
        };
      };
    };
  };
  rejectRecovery: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  releaseRecovery: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listNewcomers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewcomersView'];
        };
      };
    };
  };
  letNewcomerIn: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  turnNewcomerAway: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  askOidc: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OidcQuestionView'];
        };
      };
    };
  };
  ownIdentity: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnIdentityView'];
        };
      };
    };
  };
  proposeOwnIdentity: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OidcAnswerInput'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  askOwnIdentity: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OidcQuestionView'];
        };
      };
    };
  };
  endOwnIdentity: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listIdentities: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IdentitiesView'];
        };
      };
    };
  };
  approveIdentity: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  endIdentity: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listCodes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CodeListsView'];
        };
      };
    };
  };
  listRegions: {
    parameters: {
      query?: {
        /** @description Code of the region above; absent: provinces */
        parent?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RegionList'];
        };
      };
    };
  };
  listDeadlines: {
    parameters: {
      query?: {
        state?: 'overdue' | 'soon';
        agencyId?: string;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadlinePage'];
        };
      };
    };
  };
  acknowledgeDeadline: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadlineView'];
        };
      };
    };
  };
  remindOfDeadline: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadlineView'];
        };
      };
    };
  };
  pauseDeadline: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadlineView'];
        };
      };
    };
  };
  resumeDeadline: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadlineView'];
        };
      };
    };
  };
  readProposedWaiver: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProposedWaiverView'];
        };
      };
    };
  };
  proposeWaiver: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadlineView'];
        };
      };
    };
  };
  approveWaiver: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadlineView'];
        };
      };
    };
  };
  listDeadlineRules: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleList'];
        };
      };
    };
  };
  readRuleVersions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        ruleId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleHistoryView'];
        };
      };
    };
  };
  proposeRuleVersion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        ruleId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RuleVersionInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleHistoryView'];
        };
      };
    };
  };
  previewRuleVersion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        ruleId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RuleVersionInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleEffectView'];
        };
      };
    };
  };
  proposeRuleRetirement: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        ruleId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RetirementInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleHistoryView'];
        };
      };
    };
  };
  readRuleEffect: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleEffectView'];
        };
      };
    };
  };
  approveRuleVersion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleHistoryView'];
        };
      };
    };
  };
  withdrawRuleVersion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WithdrawalInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleHistoryView'];
        };
      };
    };
  };
  listHolidays: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HolidayList'];
        };
      };
    };
  };
  addHoliday: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddHolidayInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HolidayView'];
        };
      };
    };
  };
  removeHoliday: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RemoveHolidayInput'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  importHolidays: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImportListInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HolidayImportView'];
        };
      };
    };
  };
  listOfficeHours: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfficeHoursList'];
        };
      };
    };
  };
  calendarGaps: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CalendarGapList'];
        };
      };
    };
  };
  importOfficeHours: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImportListInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HoursImportView'];
        };
      };
    };
  };
  officeHoursRemovalEffect: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleEffectView'];
        };
      };
    };
  };
  takeBackOfficeHours: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TakeBackHoursInput'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listAgencies: {
    parameters: {
      query?: {
        /** @description Code of list JENIS_INSTANSI */
        kind?: string;
        /** @description The offices that look on or administer instead: where people work, never a receiver */
        overseeing?: 'YES';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AgenciesView'];
        };
      };
    };
  };
  listServices: {
    parameters: {
      query?: {
        agencyId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServicesView'];
        };
      };
    };
  };
  dutyRoster: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DutyRosterView'];
        };
      };
    };
  };
  listDirectory: {
    parameters: {
      query?: {
        q?: string;
        /** @description Code of list JENIS_INSTANSI */
        kind?: string;
        /** @description Code of list LAYANAN */
        serviceCode?: string;
        state?: 'STALE';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DirectoryListView'];
        };
      };
    };
  };
  readDirectoryAgency: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DirectoryPageView'];
        };
      };
    };
  };
  editAgency: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EditAgencyInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DirectoryPageView'];
        };
      };
    };
  };
  setAgencyContacts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AgencyContactsInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DirectoryPageView'];
        };
      };
    };
  };
  verifyAgency: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['VersionInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DirectoryPageView'];
        };
      };
    };
  };
  addService: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ServiceInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DirectoryPageView'];
        };
      };
    };
  };
  editService: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EditServiceInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DirectoryPageView'];
        };
      };
    };
  };
  setServiceCapacity: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CapacityInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DirectoryPageView'];
        };
      };
    };
  };
  endService: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['VersionInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DirectoryPageView'];
        };
      };
    };
  };
  agencyRoster: {
    parameters: {
      query?: {
        /** @description Absent: the own agency */
        agencyId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RosterView'];
        };
      };
    };
  };
  addShift: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ShiftInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RosterAddedView'];
        };
      };
    };
  };
  addAbsence: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AbsenceInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RosterAddedView'];
        };
      };
    };
  };
  removeShift: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  removeAbsence: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  nameFallback: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FallbackInput'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listCases: {
    parameters: {
      query?: {
        q?: string;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CasesView'];
        };
      };
    };
  };
  matchCases: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MatchInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MatchesView'];
        };
      };
    };
  };
  readCase: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseView'];
        };
      };
    };
  };
  editCase: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EditCaseInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseView'];
        };
      };
    };
  };
  revealCase: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RevealInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevealView'];
        };
      };
    };
  };
  caseHistory: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HistoryView'];
        };
      };
    };
  };
  addPerson: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddPersonInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PersonAdded'];
        };
      };
    };
  };
  correctPerson: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        personId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PersonCorrection'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listNotes: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NotesView'];
        };
      };
    };
  };
  writeNote: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NoteInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Created'];
        };
      };
    };
  };
  recordMilestone: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MilestoneInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Created'];
        };
      };
    };
  };
  addMember: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MemberInput'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  endMember: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        accountId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listReports: {
    parameters: {
      query?: {
        status?: 'received' | 'outside-mandate';
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReportsView'];
        };
      };
    };
  };
  receiveReport: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReportInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReportView'];
        };
      };
    };
  };
  readReport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReportPageView'];
        };
      };
    };
  };
  revealReport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RevealInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReportRevealView'];
        };
      };
    };
  };
  matchReport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MatchesView'];
        };
      };
    };
  };
  openReport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReportView'];
        };
      };
    };
  };
  joinReport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['JoinInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReportView'];
        };
      };
    };
  };
  reportOutsideMandate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OutsideMandateInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReportView'];
        };
      };
    };
  };
  recordScreening: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ScreeningInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScreeningView'];
        };
      };
    };
  };
  approveScreening: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScreeningView'];
        };
      };
    };
  };
  suggestedReceivers: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SuggestedReceiversView'];
        };
      };
    };
  };
  consentTexts: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConsentTextsView'];
        };
      };
    };
  };
  recordConsent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecordBasisDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BasisView'];
        };
      };
    };
  };
  withdrawalEffect: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WithdrawalEffectView'];
        };
      };
    };
  };
  withdrawConsent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WithdrawBasisDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BasisView'];
        };
      };
    };
  };
  countersignBasis: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BasisView'];
        };
      };
    };
  };
  declineCountersign: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeclineCountersignDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BasisView'];
        };
      };
    };
  };
  acknowledgeReferral: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NothingDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReferralView'];
        };
      };
    };
  };
  acceptReferral: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AcceptanceDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReferralView'];
        };
      };
    };
  };
  rejectReferral: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RejectionDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReferralView'];
        };
      };
    };
  };
  cancelReferral: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CancellationDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReferralView'];
        };
      };
    };
  };
  setAppointment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AppointmentDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  arrangeAppointment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        appointmentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ArrangementDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  moveAppointment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        appointmentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewTimeDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  cancelAppointment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        appointmentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CallOffDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  attendAppointment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        appointmentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NothingDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  missAppointment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        appointmentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NotAttendedDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  followUpAppointment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        appointmentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FollowUpDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  draftReferral: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DraftReferralDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReferralView'];
        };
      };
    };
  };
  readReferral: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReferralPageView'];
        };
      };
    };
  };
  rewriteReferral: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RewriteReferralDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReferralView'];
        };
      };
    };
  };
  previewDisclosure: {
    parameters: {
      query?: {
        /** @description What this agency would get instead */
        agencyId?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DisclosureView'];
        };
      };
    };
  };
  sendReferral: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NothingDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReferralView'];
        };
      };
    };
  };
  askSeveral: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FanOutDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReferralView'];
        };
      };
    };
  };
  rerouteReferral: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReroutingDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReferralView'];
        };
      };
    };
  };
  readInbox: {
    parameters: {
      query?: {
        tab?: 'answer' | 'report' | 'running' | 'ended';
        /** @description `next` of the page before */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InboxView'];
        };
      };
    };
  };
  readUrgentCalls: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UrgentLaneView'];
        };
      };
    };
  };
  recordUrgentCall: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UrgentCallDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UrgentLaneView'];
        };
      };
    };
  };
  askReferral: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MessageDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReferralView'];
        };
      };
    };
  };
  answerReferral: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MessageDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReferralView'];
        };
      };
    };
  };
  startService: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ServiceStartDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReferralView'];
        };
      };
    };
  };
  reportProgress: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ProgressDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReferralView'];
        };
      };
    };
  };
  printLetter: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A4 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
        };
      };
    };
  };
  issueLink: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NothingDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewLinkView'];
        };
      };
    };
  };
  mailLink: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NothingDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  revokeLink: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NothingDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  writeSharedNote: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SharedNoteInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Created'];
        };
      };
    };
  };
  shareNote: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        noteId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NoteReadersInput'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  endNoteShare: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        shareId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ShareEndingInput'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  previewUpdate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateSheetDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UpdatePreviewView'];
        };
      };
    };
  };
  sendUpdate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SendUpdateDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReferralView'];
        };
      };
    };
  };
  whoReceivedWhat: {
    parameters: {
      query?: {
        /** @description One client of the case; otherwise all of them */
        clientId?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SharedRecordView'];
        };
      };
    };
  };
  printWhoReceivedWhat: {
    parameters: {
      query?: {
        /** @description One client of the case; otherwise all of them */
        clientId?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A4 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
        };
      };
    };
  };
  readProceedings: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProceedingsView'];
        };
      };
    };
  };
  recordLegalStep: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LegalStepInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Created'];
        };
      };
    };
  };
  withdrawLegalStep: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        stepId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StepWithdrawalInput'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  exportLegalTimeline: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TimelineInput'];
      };
    };
    responses: {
      /** @description A4 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
        };
      };
    };
  };
  listConferences: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseConferencesView'];
        };
      };
    };
  };
  callConference: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConferenceInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Created'];
        };
      };
    };
  };
  writeMinutes: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        conferenceId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MinutesInput'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  signMinutes: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        conferenceId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  cancelConference: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        conferenceId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CancellationInput'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  finishDecision: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        decisionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listInvitations: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvitationsView'];
        };
      };
    };
  };
  replyToInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        conferenceId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReplyInput'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  dissent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        conferenceId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DissentInput'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  fulfilDecision: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        decisionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  completeReferral: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CompletionDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReferralView'];
        };
      };
    };
  };
  failReferral: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FailureDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReferralView'];
        };
      };
    };
  };
  confirmReferral: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmationDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReferralView'];
        };
      };
    };
  };
  proposeClosing: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ClosingInput'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  approveClosing: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  rejectClosing: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonInput'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  withdrawClosing: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  reopenCase: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonInput'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  recordAftercare: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AftercareInput'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  proposeDeparture: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DepartureIdView'];
        };
      };
    };
  };
  listDepartures: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeparturesView'];
        };
      };
    };
  };
  getDeparture: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DepartureView'];
        };
      };
    };
  };
  completeDeparture: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HandOverInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DepartureDoneView'];
        };
      };
    };
  };
  rejectDeparture: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listTransfers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TransfersView'];
        };
      };
    };
  };
  offerTransfer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OfferInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TransferView'];
        };
      };
    };
  };
  takeCaseOver: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TakeInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TransferView'];
        };
      };
    };
  };
  refuseTransfer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RefuseInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TransferView'];
        };
      };
    };
  };
  withdrawTransfer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TransferView'];
        };
      };
    };
  };
  showLink: {
    parameters: {
      query?: {
        bahasa?: 'id' | 'en';
      };
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page for an old telephone */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
    };
  };
  openLink: {
    parameters: {
      query?: {
        bahasa?: 'id' | 'en';
      };
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page for an old telephone */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
    };
  };
  readByLink: {
    parameters: {
      query?: {
        bahasa?: 'id' | 'en';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page for an old telephone */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
    };
  };
  linkPageStands: {
    parameters: {
      query: {
        /** @description Of the packet, as the page shows it */
        version: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It may; ask again */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description It may not, or there is none */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  answerByLink: {
    parameters: {
      query?: {
        bahasa?: 'id' | 'en';
      };
      header?: never;
      path: {
        act: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page for an old telephone */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
    };
  };
  findSlip: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SlipView'];
        };
      };
    };
  };
  enterSlip: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReturnedSlipDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReferralView'];
        };
      };
    };
  };
  listNotifications: {
    parameters: {
      query?: {
        unread?: 'true' | 'false';
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NotificationPage'];
        };
      };
    };
  };
  readNotification: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NotificationView'];
        };
      };
    };
  };
  getNotificationChannels: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChannelsView'];
        };
      };
    };
  };
  chooseNotificationChannels: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChooseChannelsInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChannelsView'];
        };
      };
    };
  };
  addNotificationDevice: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddDeviceInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChannelsView'];
        };
      };
    };
  };
  removeNotificationDevice: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChannelsView'];
        };
      };
    };
  };
  listenForChanges: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listAlarms: {
    parameters: {
      query?: {
        state?: 'open' | 'resolved';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AlarmList'];
        };
      };
    };
  };
  acknowledgeAlarm: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AlarmView'];
        };
      };
    };
  };
  resolveAlarm: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResolutionInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AlarmView'];
        };
      };
    };
  };
  readWorklist: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WorklistView'];
        };
      };
    };
  };
  readOverdueBoard: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OverdueBoardView'];
        };
      };
    };
  };
  exportHsds: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HsdsPackageView'];
        };
      };
    };
  };
  importPackage: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImportPackageInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PackageImportView'];
        };
      };
    };
  };
  readAuditTrail: {
    parameters: {
      query?: {
        caseId?: string;
        /** @description A case by its pseudonym in the ledger */
        caseRef?: string;
        actorId?: string;
        /** @description The agency of whoever acted */
        agencyId?: string;
        kind?: 'read' | 'revealed' | 'change' | 'sent' | 'exported' | 'session' | 'failed';
        act?: string;
        decision?: 'allowed' | 'refused' | 'denied';
        /** @description From this moment on */
        from?: string;
        /** @description Before this moment */
        to?: string;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditPage'];
        };
      };
    };
  };
  peopleOfTheTrail: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TrailPeople'];
        };
      };
    };
  };
  verifyLedger: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VerificationView'];
        };
      };
    };
  };
  latestCheckpoint: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CheckpointView'];
        };
      };
    };
  };
  printCheckpoint: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CheckpointSheetView'];
        };
      };
    };
  };
  exportLedger: {
    parameters: {
      query: {
        /** @description Why the ledger leaves the house */
        reason: 'VERIFICATION' | 'COURT' | 'INSPECTION';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One JSON object per line, for apps/verify */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/x-ndjson': string;
        };
      };
    };
  };
  exportCaseTrail: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CaseTrailInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseTrailView'];
        };
      };
    };
  };
  whoLookedAtTheCase: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseViewersView'];
        };
      };
    };
  };
  listReviews: {
    parameters: {
      query?: {
        state?: 'open' | 'done';
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewPageView'];
        };
      };
    };
  };
  readReview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewDetailView'];
        };
      };
    };
  };
  decideReview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReviewDecisionInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewView'];
        };
      };
    };
  };
  listGuardedCases: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GuardedCasesView'];
        };
      };
    };
  };
  proposeSeal: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SealInput'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  approveSeal: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  rejectSeal: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  withdrawSeal: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  noteConflict: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConflictInput'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  liftConflict: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  whoSeesTheCase: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SightPeopleView'];
        };
      };
    };
  };
  whyAPersonSeesTheCase: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        accountId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SightView'];
        };
      };
    };
  };
  whoSeesTheCaseByRef: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SightPeopleView'];
        };
      };
    };
  };
  whyAPersonSeesTheCaseByRef: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        accountId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SightView'];
        };
      };
    };
  };
  listEmergencyAccesses: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EmergencyAccessesView'];
        };
      };
    };
  };
  openEmergencyAccess: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EmergencyInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EmergencyAccessView'];
        };
      };
    };
  };
  endEmergencyAccess: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  reviewEmergencyAccess: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EmergencyReviewInput'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listBaits: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BaitsView'];
        };
      };
    };
  };
  layBait: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BaitInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BaitLaidView'];
        };
      };
    };
  };
  endBait: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
