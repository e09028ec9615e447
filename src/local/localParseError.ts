/** Why a statement cannot be read on this computer. */
export type LocalParseCode =
  | 'not-a-pdf'
  | 'damaged'
  | 'password-needed'
  | 'password-wrong'
  | 'lock-unknown'
  | 'too-many-pages'
  | 'too-large'
  | 'too-complex'
  | 'scan'
  | 'reprinted'
  | 'letters-unknown'
  | 'several-pages'
  | 'mf-central'
  | 'dp-statement'
  | 'not-a-statement'
  | 'nothing-read'
  | 'timed-out'
  | 'cancelled'
  | 'crashed';

/** What happened and what to do instead, in plain English. */
const MESSAGES: Readonly<Record<LocalParseCode, string>> = {
  'not-a-pdf': 'This file is not a PDF. Choose the PDF that came with the e-mail.',
  damaged: 'This PDF is damaged or cut short. Download the statement again.',
  'password-needed':
    'This PDF needs a password: for NSDL and CDSL the first holder’s PAN in capitals, for CAMS and KFintech the one chosen when the statement was requested.',
  'password-wrong':
    'The password does not open this PDF: for NSDL and CDSL it is the first holder’s PAN in capitals, for some followed by the date of birth (ABCDE1234F31121980), for CAMS and KFintech the one chosen when the statement was requested.',
  'lock-unknown':
    'This PDF is locked in a way that no password opens here: for a certificate, or with unusual settings. Use the PDF that the depository or registrar sent.',
  'too-many-pages': 'This PDF has more pages than can be read here. Request a shorter period.',
  'too-large': 'This PDF is too large to be read here. Request a shorter period.',
  'too-complex':
    'Reading this PDF takes more memory than is allowed. Request a shorter period, or download it again.',
  scan: 'This PDF holds pictures of pages, no text. Use the PDF that the depository or registrar sent.',
  reprinted:
    'This PDF was printed again from a statement and lost part of its text. Use the original PDF.',
  'letters-unknown':
    'This PDF was saved again by a program that left out which letters its text is made of. Use the original PDF.',
  'several-pages':
    'This PDF was printed with several pages of the statement on one sheet. Use the original PDF, or print it again with one page on each.',
  'mf-central':
    'This is an MF Central statement, which is not supported. Request a Consolidated Account Statement from CAMS or KFintech.',
  'dp-statement':
    'This is the transaction statement of one depository participant. Use the Consolidated Account Statement (eCAS) of NSDL or CDSL.',
  'not-a-statement':
    'This PDF is not a Consolidated Account Statement of CAMS, KFintech, NSDL or CDSL.',
  'nothing-read':
    'This looks like a Consolidated Account Statement, but no holding in it was understood. Nothing is shown rather than something wrong.',
  'timed-out': 'Reading this PDF took too long and was stopped.',
  cancelled: 'Reading this PDF was cancelled.',
  crashed: 'Reading this PDF failed unexpectedly.',
};

/** The one error of this room. Its message holds nothing of the statement, its path or its password. */
export class LocalParseError extends Error {
  readonly code: LocalParseCode;

  constructor(code: LocalParseCode) {
    super(MESSAGES[code]);
    this.name = 'LocalParseError';
    this.code = code;
  }
}
