import { askRows } from './askRows.ts';
import { casParserRows } from './casParserRows.ts';
import { eightChecks } from './eightChecks.ts';
import { gatewayRows } from './gatewayRows.ts';

eightChecks([...casParserRows, ...gatewayRows, ...askRows]);
