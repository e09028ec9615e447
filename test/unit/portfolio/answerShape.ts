/** A detailed CAMS and KFintech answer of the CAS Parser API, as far as invented ones use it. */
export interface Answer {
  readonly meta: {
    readonly cas_type: 'CAMS_KFINTECH';
    readonly statement_period: { readonly from: string; readonly to: string };
    readonly generated_at: string;
  };
  readonly investor: Readonly<Record<string, string>>;
  readonly summary: {
    readonly total_value: number;
    readonly accounts: Readonly<Record<string, { count: number; total_value: number }>>;
  };
  readonly demat_accounts: readonly [];
  readonly mutual_funds: readonly AnswerFolio[];
  readonly insurance: { readonly life_insurance_policies: readonly [] };
  readonly nps: readonly [];
}

export interface AnswerFolio {
  readonly folio_number: string;
  readonly amc: string;
  readonly registrar: string;
  readonly value: number;
  readonly linked_holders: readonly { readonly name: string; readonly pan: string }[];
  readonly schemes: readonly AnswerScheme[];
  readonly additional_info: Readonly<Record<string, string>>;
}

export interface AnswerScheme {
  readonly isin: string;
  readonly name: string;
  readonly type: 'Equity' | 'Debt' | 'Hybrid' | 'Other';
  readonly units: number;
  readonly nav: number;
  readonly value: number;
  readonly cost: number;
  readonly gain: { readonly absolute: number; readonly percentage: number };
  readonly transactions: readonly AnswerTransaction[];
  readonly nominees: readonly string[];
  readonly additional_info: Readonly<Record<string, string | boolean | number>>;
}

export interface AnswerTransaction {
  readonly date: string;
  readonly description: string;
  readonly type: string;
  readonly amount: number | null;
  /** Absent where no units move. */
  readonly units?: number;
  readonly nav: number | null;
  readonly balance: number;
  readonly dividend_rate: number | null;
  readonly additional_info?: { readonly stamp_duty: number };
}
