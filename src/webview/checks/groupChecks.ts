import type { Check, CheckSubject } from '../../portfolio/checks/check.ts';

/** The checks of one holding, account or part of the statement. */
export interface CheckGroup {
  readonly subject: CheckSubject;
  readonly checks: readonly Check[];
}

/** Checks by what they are about, in the order in which that comes first. */
export function groupChecks(checks: readonly Check[]): readonly CheckGroup[] {
  const groups = new Map<unknown, { subject: CheckSubject; checks: Check[] }>();
  for (const check of checks) {
    const key = identity(check.subject);
    const group = groups.get(key);
    if (group) group.checks.push(check);
    else groups.set(key, { subject: check.subject, checks: [check] });
  }
  return [...groups.values()];
}

/** The same for two subjects that are the same thing. */
function identity(subject: CheckSubject): unknown {
  switch (subject.of) {
    case 'statement':
      return 'statement';
    case 'section':
      return subject.section;
    case 'demat-account':
    case 'nps-account':
      return subject.account;
    case 'folio':
      return subject.folio;
    case 'position':
      return subject.position;
  }
}
