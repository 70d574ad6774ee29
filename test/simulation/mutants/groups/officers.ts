import { inFile } from '../mutant.ts';

/** What officers decide and see. */
export const officers = [
  ...inFile('officers/decisions/commit-decided.ts', [
    {
      name: 'decision asked again is judged again',
      find: 'if (known !== undefined) return asBefore(known, asked);',
      replace: 'if (known !== undefined && known.event.id !== asked.eventId) return asBefore(known, asked);',
      breaks: 'An officer who did not hear the answer is refused what was done.',
      equivalent:
        'The commit claims what is asked, and whoever is refused is looked up under their key: both answer as the first was.',
    },
  ]),
  ...inFile('shell/tables/records/record-transaction.ts', [
    {
      name: 'key used for anything',
      find: '...{ TableName: table, Item: heardItem(event, asked), ...isNew },',
      replace: '...{ TableName: table, Item: heardItem(event, asked) },',
      breaks: 'Under one key two decisions about two homes are taken.',
    },
  ]),
  ...inFile('officers/decisions/present-flag.ts', [
    {
      name: 'If-Match ignored',
      find: 'if (flag.version === version) return { flag, record };',
      replace: 'if (flag.version >= version) return { flag, record };',
      breaks: 'An officer decides about a flag that is not as it was seen.',
    },
  ]),
  ...inFile('shell/http/disclose.ts', [
    {
      name: 'answered before it is audited',
      find: 'rows.length > 0 ? audit.write(rows).catch(unwritten) : undefined,',
      replace: 'void (rows.length > 0 && audit.write(rows).catch(() => undefined)),',
      breaks: 'Somebody is shown personal detail, and the row that says so may never be written.',
    },
    {
      name: 'answered though it is not audited',
      find: 'audit.write(rows).catch(unwritten)',
      replace: 'audit.write(rows).catch(error => rows.length < 0 && unwritten(error))',
      breaks: 'Somebody is shown personal detail although the audit could not be written.',
    },
  ]),
  ...inFile('core/views/need-to-know.ts', [
    {
      name: 'everybody sees names',
      find: 'teams.some(team => seesNames.has(team))',
      replace: 'teams.some(team => seesNames.has(team) || team !== undefined)',
      breaks: 'Residents’ names are shown to teams that do not need them.',
    },
    {
      name: 'everybody sees why',
      find: "flagVisibility(code, team) === 'full' && (!isAlleged",
      replace: "flagVisibility(code, team) !== 'none' && (!isAlleged",
      breaks: 'Why a flag stands is shown to teams that are to have the instruction alone.',
    },
    {
      name: 'everybody reads sealed texts',
      find: "if (classification === 'operational' ||",
      replace: 'if (classification !== undefined ||',
      breaks: 'What is written about people is shown to every team.',
    },
  ]),
];
