/** What the service's features are called, in English. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['smart_parser', 'Statements parsed'],
  ['cams_kfintech_cas_parser', 'CAMS and KFintech statements parsed'],
  ['cdsl_cas_parser', 'CDSL statements parsed'],
  ['nsdl_cas_parser', 'NSDL statements parsed'],
  ['contract_note_parser', 'Contract notes parsed'],
  ['kfintech_cas_generator', 'KFintech statements requested'],
  ['cdsl_cas_fetch', 'CDSL statements fetched'],
  ['inbox_connect', 'Inbox connected'],
  ['inbox_disconnect', 'Inbox disconnected'],
  ['inbox_status', 'Inbox status asked'],
  ['inbox_pull', 'Statements pulled from an inbox'],
  ['inbound_email', 'E-mails received'],
]);

/** The plain name of a feature; undefined for one that is not known, which is shown as it is. */
export function featureName(feature: string): string | undefined {
  return NAMES.get(feature);
}
