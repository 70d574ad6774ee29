/** What the command line can do. */
export const helpText = `Usage: npm run ops -- COMMAND [options] (--stack NAME | --local)

What operators do when something was left behind. --stack names a deployed hub, such as Lintel-prod, and uses the
AWS credentials and region of this shell; --local means the hub that npm start runs on this machine.

dead-letters                     list every dead-letter queue: how many messages, since when, what each is and why
    --limit N                    look at so many messages of each queue (20)
    --show-payload               show what is in them as well: that may be personal data

redrive [QUEUE]                  put dead letters back, of one queue or of all, once their cause is fixed;
                                 QUEUE is a name that dead-letters lists. Doing it twice harms nothing

resend SYSTEM                    put all that a team's system is owed and does not have into its queue once more; nobody
                                 else is sent it. What it has is what it acknowledged, or said with its whole set

webhook SYSTEM                   show where a system is pushed to, and with how many keys messages are signed
    --url URL                    push it there: public, https, without a user name
    --add-key                    sign with a new key too, and show it this once, for the system's team
    --drop-old-keys              sign with the newest alone: when the team says that the system checks with it

unknown-fields [--system NAME]   list the fields that systems send and nobody reads, with when each was first and last seen

audit-verify FILE                compare the audit of reads with its seals in FILE: which rows are missing, were changed or
                                 came later; then seal the days that are over. Run it every day, from outside the account

replay --from WHEN [--to WHEN]   give the archive's events of that time to the records again; nothing is sent to systems

show UPRN|PERSON [KEY]           print what the records table has of it in clear: the item RECORD, or those of which the sort key
                                 begins with KEY, such as EVENT#2026-03 or HISTORY#active-leak; of events also those that
                                 have left the table, of which MOVED names the years
    --show-payload               show texts as well: that may be personal data

erase PERSON|UPRN               show what would be erased of a person, or of what was said about a home in a year and named
                                 nobody, and what the law keeps
    --year YEAR                  with a UPRN: such as 2026, or undated
    --reason TEXT                why, such as the number of the request: it is kept
    --destroy                    erase it: in records, archive, files of history and backups. Nobody can undo it

subject-access PERSON FILE       write all that there is of a person to FILE, in clear, with who was shown something of them

rebuild UPRN|PERSON|--all        fold records anew from their events, and show where they differ from what is stored
    --from archive               from the archive instead of the timeline (a record of it is never swapped in when the
                                 two do not hold the same events)
    --swap                       put what was rebuilt in place of what is stored
    --announce                   and send the teams' systems at once the flags that stand or fall because of it; without
                                 it, the next event about that home or person does
    --show-payload               show differing texts as well, decrypted: that may be personal data

WHEN is a day or a moment in London (2026-03-01, 2026-03-01T09:30), or a moment with an offset (…Z). PERSON is a
system and its key (tenancy:45c76564).

Exit code: 0 nothing is left to do, 1 something is, 2 the command line was wrong.
`;
