import { workspace } from 'vscode';
import { type AskLimits, TIERS, TIER_LIMITS } from './ask/tiers.ts';
import { Decimal } from './portfolio/decimal.ts';

/** The limits of questions to an ask service: those of the tier, as far as the person sets no others. */
export function askLimits(): AskLimits {
  const ask = workspace.getConfiguration('casParser.ask');
  const tier = ask.get<unknown>('tier');
  const limits = TIER_LIMITS[TIERS.find((one) => one === tier) ?? 'free'];
  const dollars = (name: string) => {
    const amount = ask.get<unknown>(name);
    return typeof amount === 'number' && amount >= 0 ? Decimal.fromNumber(amount) : null;
  };
  const seconds = ask.get<unknown>('timeout');
  const tokens = ask.get<unknown>('maxTokensPerDay');
  return {
    ...limits,
    perQuestion: dollars('maxCostPerQuestion') ?? limits.perMonth,
    perMonth: dollars('maxCostPerMonth') ?? limits.perMonth,
    tokensPerDay: typeof tokens === 'number' && tokens >= 0 ? tokens : undefined,
    ...(typeof seconds === 'number' && { timeoutSeconds: Math.min(600, Math.max(5, seconds)) }),
  };
}
