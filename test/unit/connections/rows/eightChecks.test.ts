import { allRows } from './allRows.ts';
import { eightChecks } from './eightChecks.ts';

eightChecks(allRows);
