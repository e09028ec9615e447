import { askRows } from './askRows.ts';
import { casParserRows } from './casParserRows.ts';
import { eightChecks } from './eightChecks.ts';
import { gatewayRows } from './gatewayRows.ts';
import { smartExtractRows } from './smartExtractRows.ts';

eightChecks([...casParserRows, ...smartExtractRows, ...gatewayRows, ...askRows]);
