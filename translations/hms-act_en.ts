<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>AbsencePanel</name>
        <message>
            <source>F&amp;rom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Until</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Stands in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The leave begins</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The leave ends</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who stands in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where each task would go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Confirm the leave</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Store the leave; when it begins, this happens</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change nothing (Esc)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>yyyy-MM-dd HH:mm</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Action</name>
        <message>
            <source>Complete…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Complete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Report failure…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Report failure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The failure of %1 is recorded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is back in the queue.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opt in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was chosen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decline…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was declined.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put on hold…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put on hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is on hold.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resume</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 goes on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 will be tried again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skip…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was skipped.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reassign…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reassign</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was reassigned.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Approve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was approved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send back…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was sent back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comment…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The comment on %1 is recorded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo completion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is not done after all.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hand over…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hand over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was handed over.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give back…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ActionForm</name>
        <message>
            <source>Let some&amp;body try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close this form and do nothing (Esc)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ActivitiesPage</name>
        <message>
            <source>Search id, citizen or activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search the activities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search the activities (Ctrl+F)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only activities in one state</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Over&amp;due only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only activities past their due time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Earlier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the rows before these</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the rows after these</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ne&amp;w…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A new activity (Ctrl+N)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ActivityView</name>
        <message>
            <source>&amp;Cancel activity…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End the activity and cancel its open tasks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Give up…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End the activity as failed: a failed task blocks it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tasks done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What happened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tasks</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AlertsPage</name>
        <message>
            <source>&amp;Show activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the activity and its task (Return)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Acknowledge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say that you have seen it: the later steps stop (Space)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Alerts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Earlier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the rows before these</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the rows after these</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only what nobody has ac&amp;knowledged or put off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>S&amp;nooze</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put it off: the later steps wait, then you are told anew (S)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Acknowledge a&amp;ll shown…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say that you have seen everything in the list: the later steps stop</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Choice</name>
        <message>
            <source>took what was kept for it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>asked for work: this came first of what it can do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is kept for this worker</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is kept for a pool</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>whoever has the skill may take it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>did it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>does not have the skill</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is not in the pool</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>had it before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>has no capacity left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is a machine, and it is kept for people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>does not have the level it takes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is on leave</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is not at work now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>could never have room for it</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DraftPage</name>
        <message>
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” is removed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” is saved.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Error</name>
        <message>
            <source>the database does not answer; try again in a moment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this was not begun within a minute, and nothing was done; try again in a moment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the lock file beside the database is gone, so another process may use it: this one does nothing more until it is started again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rule %1 has no version %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” is no duration; write for example 90s, 15m, 2h, 3d, 1w, 1h30m or PT2H</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a duration must be longer than zero</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a duration must not be longer than ten years</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at most %1 levels deep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is not valid Unicode</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at most %1 bytes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the body is not valid UTF-8</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the body is nested more than %1 levels deep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the body is not JSON: %1 at byte %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the body is not a JSON object</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at most %1 tasks in one call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at most %1 tasks in one activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this activity has a task “%1” already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is the task's skill, too, and a skill has at most %1 characters: give a skill, or a shorter name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the SLA must be longer than zero and at most ten years</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at most %1 needs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” is listed twice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task “%1” needs “%2”, which does not exist</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>these tasks wait for each other: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>activity %1 is %2: it takes no more tasks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be a text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be true or false</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be a whole number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be a number of seconds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be an object</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be a list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” is not one of the choices: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be from %1 to %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at most %1 of them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unknown field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>name either a worker or a pool</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>name the worker</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” takes the role %2; this is a %3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” speaks for no worker; it takes a token of “%2”, or a supervisor’s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” may not act for worker “%2”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” of a task that is not one’s own takes a supervisor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>worker “%1” did this task and may not judge it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>worker “%1” is a machine and may not approve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>worker “%1” is not registered as a person and may not approve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>only a person says that “%1” is one; “%2” is not registered as one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stale lease token %1: task “%2” is %3 and has no lease now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stale lease token %1: task “%2” is %3, its last lease was %4</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task “%1” is %2 and cannot be completed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task “%1” is %2 and cannot be given up as failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task “%1” is %2 and has no lease to extend</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task “%1” is %2 and cannot be given back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task “%1” is %2 and cannot be opted in to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task “%1” is %2 and cannot be declined</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task “%1” is %2 and cannot be put on hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task “%1” is %2 and cannot be resumed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task “%1” is %2 and cannot be tried again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task “%1” is %2 and cannot be skipped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task “%1” is %2 and cannot be reassigned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task “%1” is %2 and cannot be approved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task “%1” is %2 and cannot be sent back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task “%1” is %2 and cannot be taken back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task “%1” is %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the task is %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its priority is %1 already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>another rule was first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task “%1” is IN_PROGRESS: worker “%2” holds it</source>
            <translation>task “%1” is in progress: worker “%2” holds it</translation>
        </message>
        <message>
            <source>task “%1” is %3: worker “%2” completed it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” is no address; write email:a@b, sms:+1…, slack:#channel, webhook:https://…, console:role or hitl:role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no calendar “%1”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>has no letter or digit to make an id from; give an id</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ending an activity takes the role %1; this is a %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>activity %1 is %2 already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>activity %1 is OPEN and no failed task blocks it: cancel it instead</source>
            <translation>activity %1 is open and no failed task blocks it: cancel it instead</translation>
        </message>
        <message>
            <source>at most %1 characters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>control and text direction characters are not allowed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“.” and “..” are no names: an address cannot hold them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must not be empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” is no time; write for example 2026-11-22T16:00:00Z</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no worker “%1”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task “%1” is PENDING: it is kept for worker “%2”</source>
            <translation>task “%1” is pending: it is kept for worker “%2”</translation>
        </message>
        <message>
            <source>task “%1” is PENDING: it is kept for the pool “%2”</source>
            <translation>task “%1” is pending: it is kept for the pool “%2”</translation>
        </message>
        <message>
            <source>worker “%1” does not have the skill “%2”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no worker is in the pool “%1”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 has it already, and nobody else in the pool “%2” could take it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be a plain file name without a path</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is no media type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an artefact has at most %1 bytes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a worker's token names its worker</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>who has the role worker is one: say which</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no user “%1”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is in the past</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is no address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cannot read %1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is too large for a configuration file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is not UTF-8 text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>line %1 of %2 is not of the form key = value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>line %1 of %2: unknown key "%3"</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>line %1 of %2: "%3" is said twice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>line %1 of %2: "%3" has no value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the program is shutting down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the folder %1 of the database does not exist</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>only a virtual clock can be turned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this idempotency key was used for another request</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this was done already; its secret is shown only once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no activity %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no task %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>activity %1 has no task %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>activity %1 is %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a defect in the program: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>worker %1 holds %2 tasks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>worker %1 stands in for %2 during a leave</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task %1 is %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 does not hold task %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no alert %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no token %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no artefact %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no such token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is not a cursor of this list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be between 1 and %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the file %1 exists already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the backup %1 cannot be written: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the database %1 cannot be opened: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the database %1 is locked by another program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the database is busy: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the database cannot be written or read: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the database does not allow that to the role of its URL: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the database can only be read: its server is a standby, or set to read only; try again in a moment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the database refuses the change: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the database URL %1 names no file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1:” is no database: the URL begins with sqlite:/// or postgresql://</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is no database URL: it begins with sqlite:/// or postgresql://</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is not a database of this program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the database %1 cannot be read: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the database %1 has schema %2, newer than this program's %3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a newer program has changed the database, and this one must be replaced: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the migration %1 is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the database %1 cannot be locked: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the database %1 is held by %2 (process %3)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be a day at least</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be an absolute path</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the archive %1 cannot be written: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the archive %1 is being written by another process</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the file %1 exists and is no archive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the database was lost while this was being stored; whether it was is not known yet: look before you say it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the migration %1 breaks references of %2; the database is as it was: go on with the program of before, and report this</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing can be put in the place of %1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the database %1 cannot be opened: the disk it is on is full</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the database %1 has schema %2, older than this program's %3; run hms-act db migrate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no database at %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is the database itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PostgreSQL is restored with its own tool, into an empty database: pg_restore --dbname=NAME %1, see packaging/postgres/README.md</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>without it a power cut can lose or destroy everything, also what was acknowledged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>without it a page that was half written at a power cut cannot be repaired</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing can be stored where it is on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>what is acknowledged must be on the disk; the program asks for it on each connection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>names of people do not fit into another encoding</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a stricter one makes transactions fail and run again, so that everything is slower</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>without it the tables grow and everything gets slower</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>with them the server notices when a disk damages data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the program is tested with version 15 and later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a standby cannot be written: name the primary in the URL</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>when none is left, a program that starts is refused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>without a synchronous standby the loss of this server loses what came after its last backup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the program needs no more than its own role, see create.sh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the database is encoded as %1: make one with ENCODING 'UTF8'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>with another one, whoever reads holds up whoever writes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SQLite loses data on a network's file system: several machines share PostgreSQL</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>when the disk is full, every change is refused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not ready: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 listen already; try again later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no message %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>message %1 is %2: only what was given up is sent again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be an address like email:ann@county.gov</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be en or es</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no mail server is configured: set --smtp and --mail-from, then send it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Slack is not configured: set --slack, then send it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>text messages are not configured: set --sms and HMS_ACT_SMS_FROM, then send it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>webhooks are not configured: set HMS_ACT_WEBHOOK_SECRET, then send it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the address is in a private network; --allow-private-webhooks lets that pass</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an activity can only be told of or cancelled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an earlier step reassigns there already: the task would go in a circle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the tasks come from there: they would go in a circle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>would send tasks in a circle: from there rule “%1” hands them on, and they come back to the pool “%2”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>another rule is called “%1”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>belongs to reassign and raise_priority only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be a priority from 0 to 9</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be later than the step before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>name at least one address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>name at least one step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>repeat_every and max_repeats belong together</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rule “%1” was changed meanwhile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the built-in rule cannot be removed; switch it off instead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there are %1 rules already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no rule %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no time zone “%1”; write for example America/New_York</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” are no hours; write for example 09:00-12:30</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must end after it begins; write what goes past midnight as 22:00-24:00 and 00:00-06:00 of the next day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>overlaps the hours before, or is not in order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>name at least one day with hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” is no date; write for example 2026-12-25</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this day is named twice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be “%1”, as the path says</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must not have a slash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>calendar “%1” is in use: %2 workers, %3 open activities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>24x7 is built in: it can be neither changed nor removed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there are %1 calendars already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no intent “%1”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>intent “%1” was changed meanwhile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there are %1 intents already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be true or false, or the name of an intent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be more than 0 and less than 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be more than due_soon</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>calendar “%1” was changed meanwhile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>was changed meanwhile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>somebody else has changed worker %1 meanwhile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>has an event whose repetition cannot be read or never takes place: “%1” of %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>has an event before the year 1900: “%1” of %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>has an event whose day cannot be read: “%1”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>has an event that ends before it begins: “%1” of %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>has an event that lasts longer than a year: “%1” of %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>has events that repeat over too many years, all together</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rule “%1” says something else; give this one a name, or name that one to replace it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>has an event that repeats more than %1 times</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is no iCalendar text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a calendar file has at most %1 bytes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>has no holidays: no events of whole days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>has more than %1 holidays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>does not belong to this trigger</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be from 1% to 99%</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the calendar never has that much working time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be before “to”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be at most %1 days before “to”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nobody has the skill “%1”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nobody is in the pool “%1”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is never reached: step %1 ends the task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is reached only where step %1 finds nobody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is never reached: by then it is late, and nothing to warn of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is never reached: nobody works on a task that has failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is never reached: nobody claims a whole activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>does nothing: the task has failed already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>does nothing: only what somebody works on can fail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>does nothing: no step reassigns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>fits nothing: this rule is about whole activities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no activity has the intent “%1” yet, and there is no template for it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is never reached: step %1 stops the clock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is never reached: a task that somebody works on is solved for this rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>never happens: the last step ends what the rule follows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” is no worker, and nobody is in a pool of that name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nobody there is available now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nobody there has the skill “%1”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing has arrived at “%1” yet: send it a test</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rule “%1” has the same scope and is later: it reassigns, this one does not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the rules hand tasks of the pool “%1” on in a circle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task “%1” is kept for humans: “%2” is a machine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the worker abstained: there is no result to approve, give one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>goes with a progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be a number from 0 to 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must not hold &lt; &gt; : " | ? * or end with a blank or a dot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is a name that some systems keep for a device</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an activity has at most %1 files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the files of an activity have at most %1 bytes together</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no room for more files: all together have at most %1 bytes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 cannot be read</source>
        </message>
        <message>
            <source>task “%1” is COMPLETED: a person has approved it, that is not undone</source>
            <translation>task “%1” is completed: a person has approved it, that is not undone</translation>
        </message>
        <message>
            <source>task “%1” is COMPLETED for more than %2 minutes: too late to undo it</source>
            <translation>task “%1” is completed for more than %2 minutes: too late to undo it</translation>
        </message>
        <message>
            <source>task “%1” cannot be undone: “%2”, which waited for it, is %3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is a calendar of that name already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>take over the days of the file, or leave it, before you save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>alert %1 is acknowledged: it cannot be put off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task “%1” takes the skill “%2” at level %3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be later than the beginning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is more than ten years away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nobody stands in for oneself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>overlaps another leave</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>worker “%1” is away then, and “%2” is to stand in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waits for %1, held by %2 until %3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waits for %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 eligible, all at capacity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 eligible, none has a capacity of %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 could do it, all are off shift or on leave, the first until %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 could do it, none is available</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nobody has the skill %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>kept for the pool %1, in which nobody has the skill %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 have the skill %2, none at level %3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>only “%1”, who did that to task “%2”, or a supervisor takes it back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task “%1” is %2 for more than %3 minutes: too late to take that back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waits for %1, which failed: retry or skip it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waits for %1, on hold: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waits for %1, which waits for the citizen's choice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waits for %1, which waits for a person to decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>behind %1, which takes %2 of a capacity: none of the %3 eligible has so much room</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 eligible; %2 tasks or more come before it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 eligible; tasks that come before it: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the only one eligible, %1, had it before, and may ask for it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the only one eligible, %1, had it before, and is away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the only one eligible, %1, had it before, and is at capacity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>all %1 eligible had it before; away: %2, at capacity: %3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>worker “%1” is away and takes no work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task “%1” is PENDING: “%2” had it before, and others can do it</source>
            <translation>task “%1” is pending: “%2” had it before, and others can do it</translation>
        </message>
        <message>
            <source>worker “%1” is at capacity: it holds %2 of %3, and task “%4” takes %5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” may say of itself only whether it is available, and its language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>all %1 eligible had it before; one of them may ask for it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 eligible, none has asked for work lately</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 eligible: whoever asks next gets it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>kept for %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>kept for %1, who is not available</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>kept for %1, who is off shift or on leave until %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>offered to %1 until %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>optional: nobody has opted in or declined</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>on hold since %1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>done by %1; a person must approve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 abstained; a person must decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>attempt %1 failed; again from %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The form cannot be decoded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The body must be application/x-www-form-urlencoded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be degrees, from %1 to %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>required where the other of lat and long is given</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be an http or https address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>more than %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing at this address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This needs a valid token: Authorization: Bearer …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Idempotency-Key has 1 to %1 characters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A sandbox, whose tokens everybody knows, serves no page of another site</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This needs the role %1; this token has %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The certificate and its key cannot be used: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The key of the certificate has a passphrase, which nobody can give here; openssl pkey writes it without one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” is not an IP address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Port in use: another program listens on %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cannot listen on %1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not a cursor of this list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The request is not well-formed HTTP</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This address does not take that method; see Allow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The request did not arrive in time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The length of the body must be announced</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The body is over the limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The body is over the limit of %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The address is too long</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The body must be application/json in UTF-8</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only 100-continue can be expected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Too many requests; wait a moment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The header is over the limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The method is unknown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The service cannot answer now; try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There was no answer in time, and whether this was done is not known yet: look before you say it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only HTTP/1.0 and HTTP/1.1 are spoken here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The program failed to answer; this is a defect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unknown parameter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is empty; leave it out to mean all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>given twice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No body is taken here with this method</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A body with a Content-Encoding is not understood; send it as it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the PostgreSQL URL cannot be read: names and passwords in it are percent-encoded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the PostgreSQL URL has a parameter behind its “?” that PostgreSQL does not know</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the database URL %1 has parameters; one of SQLite takes none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>worker %1 is “%2”, and another name makes the same id; give an id</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>worker %1 is called “%2” already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 workers are called “%2”; name one by its id</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cannot read %1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>for a human to look at: %1 have the skill %2, none is a human</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>levels are 1 to 5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is an intent of that name already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>too much came and went in that time to play it back; try less of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must not hold characters that cannot be seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PostgreSQL is backed up with its own tool, where it runs or from here. Run: pg_dump --format=custom --file=%1 --dbname=%2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Idempotency-Key must be UTF-8</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is more than 64 bits hold, and would be rounded; send it as a text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the database %1 has a second name (a hard link), under which another process could open it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task %1 (%2): it does not wait for what is open before it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task %1 (%2): it has begun before its needs were met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task %1 (%2): it is open in an activity that has ended</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task %1 (%2): it had more attempts than it may</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task %1 (%2): a file of it is not whole</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the schema is version %1, this program is made for %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the file is damaged: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a row of %1 refers to one that is not there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>task %1 (%2): the content of a file of it does not match its hash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the archive %1 does not hold what was moved there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the record is broken: %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Event</name>
        <message>
            <source>The request came in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The activity was completed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The activity was cancelled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The activity was given up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The activity is overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was added</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 can start: its needs are met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was taken up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%2 took up %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was completed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%2 completed %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is done and waits for a review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%2 finished %1; it waits for a review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An attempt at %1 failed; it will be tried again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%2 could not do %1; it will be tried again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 failed for good</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%2 could not do %1; it failed for good</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More time was given to %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%2 is still at %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was taken back: nothing was heard of it in time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was taken back: nothing was heard of %2 in time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was given back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%2 gave %1 back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The option %1 was chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The option %1 was declined</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The option %1 lapsed: nobody chose in time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was put on hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was resumed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is to be tried again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was skipped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was cancelled with its activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was reassigned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was reassigned to %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was approved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was sent back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comment on %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A file was added to %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An alert was raised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An alert was acknowledged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: “%2”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was escalated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was escalated to %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was made more urgent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The activity was escalated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The time of %1 begins anew</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The activity falls due at another time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 falls due at another time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is left to a person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%2 left %1 to a person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An alert was put off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An alert is open again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What an alert was about is over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The activity goes on: a task was undone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is not done after all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%2 took back that %1 is done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 waits again: what it needs was undone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was offered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was offered to %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is kept for a pool</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is kept for the pool %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 goes to others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 goes to others than %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was handed over: somebody is away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was handed over: %2 is away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The offer of %1 was taken back: nobody began in time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The offer of %1 was taken back: %2 did not begin in time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 stays where it is: nobody else could take it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 stays with %2: nobody else could take it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The offer of %1 was taken back: somebody is not available</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The offer of %1 was taken back: %2 is not available</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was done last with %1 was taken back</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FilePreview</name>
        <message>
            <source>Page before (Ctrl+Page Up)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next page (Ctrl+Page Down)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save as…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the whole file (Ctrl+S)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the preview (Esc)</source>
        </message>
    </context>
    <context>
        <name>HealthPage</name>
        <message>
            <source>&amp;Check everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reads the whole database: its rules, its references, every entry of the record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings of the database</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Pages</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MyWorkPage</name>
        <message>
            <source>My tasks</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Overdue: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Due soon: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The request is overdue: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The request is due soon: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody has begun: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Given up again and again: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failed: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody to give this to: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Too much is waiting: %1</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n wait for “%1”</source>
            <translation>
                <numerusform>%n waits for “%1”</numerusform>
                <numerusform>%n wait for “%1”</numerusform>
            </translation>
        </message>
        <message>
            <source>A test message of HMS-ACT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Work for you: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please look at this: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>due %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Messages to this address arrive. There is nothing to do.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activity %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rule: %1</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>HMS-ACT: %n messages</source>
            <translation>
                <numerusform>HMS-ACT: %n message</numerusform>
                <numerusform>HMS-ACT: %n messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message>
            <source>Say here what became of it:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The page asks for this code:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each link is for you alone and takes one answer. Opening it changes nothing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The link is for you alone and takes one answer. Opening it changes nothing.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OutboxPage</name>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Channel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Show activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the activity and its task (Return)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send a&amp;gain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try the chosen message again, under its old id</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send a&amp;ll again…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try every message shown here again that was given up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Messages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Earlier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the rows before these</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the rows after these</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Does an address wor&amp;k?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address for a test message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send a t&amp;est</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>email:ann@county.gov</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Preview</name>
        <message>
            <source>Only the beginning is shown: %1 rows, %2 columns at most.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only the beginning is shown, and of long lines the first %1 characters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This picture cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This picture is too large to be shown: %1 × %2 pixels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This document takes too much to be shown here. Save it to open it elsewhere.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This document cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files of this kind cannot be shown here. Save it to open it elsewhere.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>QueueFilter</name>
        <message>
            <source>Search task, activity, citizen or worker</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search the queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search the queue (Ctrl+F)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only tasks of one skill</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only tasks of one worker or pool</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>QueuePage</name>
        <message>
            <source>Tasks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Earlier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the rows before these</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the rows after these</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TaskQuestion</name>
        <message>
            <source>Who did it?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who is to do it? The present worker loses it at once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your comment is recorded with the activity.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why? You may leave this empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why? The reason is recorded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting for the citizen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting for papers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting for another office</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting for a payment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The papers are not valid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another system does not answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not a task of this office</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who is to do it? You lose it at once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What came of it? You may leave this empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why? With a reason it does not come back to the same worker.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No time for it today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody else knows this better</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Time</name>
        <message>
            <source>%1 d %2 h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 min %2 s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>never</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>just now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 d</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 h</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Unsaved</name>
        <message>
            <source>It is lost when you go on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discard it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” has changes that are not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They are lost when you go on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discard them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop mine and show it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody else has saved “%1” as version %2 meanwhile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing of yours is saved yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save mine over it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody else has saved “%1” meanwhile. What you typed is still here; saving asks which to keep.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody else has removed “%1” meanwhile. Saving makes it anew.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Optional</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Completed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skipped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancelled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On track</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Due soon</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At risk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Breached</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No clock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>AI agent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>viewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>worker</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>clerk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>supervisor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>administrator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting for %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Good</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Warning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Danger</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 · %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 · %2 sure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 · for people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>approved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>corrected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sent back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the worker could not judge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nobody decided in time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 %</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WorkerChoices</name>
        <message>
            <source>%1 of %2 busy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Anyone in pool %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WorkersPage</name>
        <message>
            <source>Search name, skill or pool</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search the workers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search the workers (Ctrl+F)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sh&amp;ow tasks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show this worker’s tasks in the queue (Return)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark as &amp;away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;List</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One line for each worker (Alt+L)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>S&amp;kills</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who can do what, and how well (Alt+K)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a skill</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A new column for a skill that nobody has yet (Return)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New worker…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Register a person or a bot (Ctrl+N)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Levels of skills, 1 to 5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What waits for a worker, and why (Alt+W)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What waits for a worker</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::AbsencePanel</name>
        <message>
            <source>Leave of %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody: the best for each task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing has to be handed over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This worker holds nothing now and is offered nothing.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Somebody is there for each of %Ln task(s)</source>
            <translation>
                <numerusform>Somebody is there for the one task</numerusform>
                <numerusform>Somebody is there for each of %Ln tasks</numerusform>
            </translation>
        </message>
        <message>
            <source>Only the first %1 tasks are shown.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Nobody can take %Ln of %1</source>
            <translation>
                <numerusform>Nobody can take %Ln of %1</numerusform>
                <numerusform>Nobody can take %Ln of %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::ActionForm</name>
        <message>
            <source>%1 (Ctrl+Return)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody has this skill</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose, or type a part of a name…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take these words (Alt+%1)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::ActivitiesPage</name>
        <message>
            <source>All states</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No activities yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They appear here as soon as a request comes in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No activity matches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search for something else, or show all states.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln activity(ies), more follow</source>
            <translation>
                <numerusform>%Ln activity, more follow</numerusform>
                <numerusform>%Ln activities, more follow</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln activity(ies)</source>
            <translation>
                <numerusform>%Ln activity</numerusform>
                <numerusform>%Ln activities</numerusform>
            </translation>
        </message>
        <message>
            <source>New activity…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” for %2 is made.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::ActivityModel</name>
        <message>
            <source>no tasks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cancelled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>given up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 of %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Due in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Citizen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::ActivityView</name>
        <message>
            <source>No activity chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose an activity in the list to see its tasks and what happened.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 · priority %2 · %3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 · %2 late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 · %2 left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel this activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give this activity up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its open tasks are cancelled. This cannot be undone. Why? The reason is recorded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The activity was cancelled.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The activity was given up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Order of tasks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Line of time</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::AlertModel</name>
        <message>
            <source>%1 · %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Task overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activity overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Task failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody to give it to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Alert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Raised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Acknowledged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Task due soon</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activity due soon</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody has begun</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Given up again and again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Too much is waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>put off by %1 until %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>step %1 at %2, nobody told</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>step %1 at %2 told %3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stopped: it was acknowledged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>step %1 comes at %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a rule that was removed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No rule follows this</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 · solved</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::AlertsPage</name>
        <message>
            <source>The alert that was chosen has left the list. Choose another one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No open alerts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every alert has been acknowledged. New ones appear here by themselves.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No alerts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing has been overdue and nothing has failed so far.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln alert(s), more follow</source>
            <translation>
                <numerusform>%Ln alert, more follow</numerusform>
                <numerusform>%Ln alerts, more follow</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln alert(s)</source>
            <translation>
                <numerusform>%Ln alert</numerusform>
                <numerusform>%Ln alerts</numerusform>
            </translation>
        </message>
        <message>
            <source>For &amp;15 minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For 1 &amp;hour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Until tomorrow &amp;morning, 8:00</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put off until %1; the later steps wait as long</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Acknowledge them</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln alert(s) acknowledged</source>
            <translation>
                <numerusform>%Ln alert acknowledged</numerusform>
                <numerusform>%Ln alerts acknowledged</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln alert(s) acknowledged, not all: %1</source>
            <translation>
                <numerusform>%Ln alert acknowledged, not all: %1</numerusform>
                <numerusform>%Ln alerts acknowledged, not all: %1</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Acknowledged: %1. The later steps of its rules stop.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Acknowledge the %Ln open alert(s)?</source>
            <translation>
                <numerusform>Acknowledge the one open alert?</numerusform>
                <numerusform>Acknowledge the %Ln open alerts?</numerusform>
            </translation>
        </message>
        <message>
            <source>Acknowledge the first %1 of %2 open alerts?</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Acknowledge the %Ln alert(s) shown here?</source>
            <translation>
                <numerusform>Acknowledge the one alert shown here?</numerusform>
                <numerusform>Acknowledge the %Ln alerts shown here?</numerusform>
            </translation>
        </message>
        <message>
            <source>The later steps of their rules stop.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::Chip</name>
        <message>
            <source>%1, %2 tasks</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::DrillModel</name>
        <message>
            <source>Task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Goes to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Citizen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 · %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, who stands in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, to whom it is offered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>whoever asks first; the best is %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nobody can take it now: it waits, and an alert is raised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>on hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>offered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1
%2 of 100 points for this task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1
Skill: %2</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::EventModel</name>
        <message>
            <source>When</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What happened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::FilePreview</name>
        <message>
            <source>Rows of the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text of the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preview of %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading %1…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page %1 of %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved as %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Could not save %1: %2</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::FindingModel</name>
        <message>
            <source>Verdict</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Setting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Should be</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::HealthPage</name>
        <message>
            <source>not known while the database is lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Timers kept by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lost at %1, reconnecting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there since the start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there; last lost at %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this program, the only one on its file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nobody, as far as this program knows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this program, since %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, since %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Database</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Schema</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tasks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Events</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database does not answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it says of itself appears here as soon as it does.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, as this program wants it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1; this program wants %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All settings keep what the program promises</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln setting(s) to look at</source>
            <translation>
                <numerusform>%Ln setting to look at</numerusform>
                <numerusform>%Ln settings to look at</numerusform>
            </translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Check everything</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>The database is sound: %Ln entry(s) of the record checked</source>
            <translation>
                <numerusform>The database is sound: %Ln entry of the record checked</numerusform>
                <numerusform>The database is sound: %Ln entries of the record checked</numerusform>
            </translation>
        </message>
        <message>
            <source>The database is not sound: %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::KeySheet</name>
        <message>
            <source>Keyboard</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::MainWindow</name>
        <message>
            <source>Discard it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is lost when you go on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: what was typed is not sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>HMS-ACT console</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Alerts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 · %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything done in this window is recorded under this name</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln new alert(s)</source>
            <translation>
                <numerusform>%Ln new alert</numerusform>
                <numerusform>%Ln new alerts</numerusform>
            </translation>
        </message>
        <message>
            <source>Show alerts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reconnecting to the database</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database is there again; everything has been read anew</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database was lost at %1 – reconnecting. What you see was read before that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not updating: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No answer for %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Live · updated just now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Live · updated %1 ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a task in the queue or in an activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;About HMS-ACT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>HMS-ACT %1 – activity orchestrator and task queues. Free software under the GNU GPL, version 3 or later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Find</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close form or clear search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Refresh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the desktop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The language changes when the console is started again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Database health</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Messages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Calendars</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No engine has looked at the timers for %1: nothing falls due and nothing escalates until one does.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Desktop &amp;notifications</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Keep running in the tray when closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Escalation rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Keyboard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>My work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 · works as %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Keep running in the tray when closed (there is no tray here)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Intents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New &amp;activity…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::MessageBar</name>
        <message>
            <source>Close this message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Error: %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::MyWorkPage</name>
        <message>
            <source>%1 is no longer in your list: it was changed elsewhere.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the next task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Complete and on to the next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the last action back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next task in the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Task before in the list</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln task(s)</source>
            <translation>
                <numerusform>%Ln task</numerusform>
                <numerusform>%Ln tasks</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody works here yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Register people on the page Workers. Then choose here which of them you are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who are you?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose your name above: your tasks appear here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You are no worker here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Work is given to workers. Which one you are is said by an administrator: hms-act user set.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 in hand · %2 for you · %3 for anyone</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln task(s) of the skill %1 are held by others.</source>
            <translation>
                <numerusform>%Ln task of the skill %1 is held by somebody else.</numerusform>
                <numerusform>%Ln tasks of the skill %1 are held by others.</numerusform>
            </translation>
        </message>
        <message>
            <source>You have no skills yet: a supervisor adds them on the page Workers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You are marked as away, so nothing new is offered to you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What comes in for your skills appears here by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is waiting for you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo (Ctrl+Z)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing more that you could take now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is yours; it is due %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing to take back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is yours.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 That cannot be taken back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is as it was before.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark me as away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>I am back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New tasks are offered to you again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No new tasks are offered to you; what you have stays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You are back: new tasks are offered to you again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You are away: no new tasks are offered to you. What you have stays.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::NavList</name>
        <message>
            <source>%1, %2 open</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::NeedsView</name>
        <message>
            <source>This activity has no tasks yet. They are added through the API or the command line.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ended %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>clock paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 once started</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tasks of the activity and their needs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>needs %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::OutboxModel</name>
        <message>
            <source>Waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On its way</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Given up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Withdrawn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Test</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Work: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>About</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tries</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What came of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, together with others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 – again in %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>goes out in %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>solved before it was sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its alert is put off: waits for another %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::OutboxPage</name>
        <message>
            <source>All states</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All channels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text messages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Console</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was given up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every message has arrived or is still tried. Choose “All states” to see them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No such messages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rules and assignments write messages; they appear here by themselves.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln message(s), more follow</source>
            <translation>
                <numerusform>%Ln message, more follow</numerusform>
                <numerusform>%Ln messages, more follow</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln message(s)</source>
            <translation>
                <numerusform>%Ln message</numerusform>
                <numerusform>%Ln messages</numerusform>
            </translation>
        </message>
        <message>
            <source>The message to %1 is sent again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send them again</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Send the %Ln message(s) shown here again that were given up?</source>
            <translation>
                <numerusform>Send the %Ln message shown here again that was given up?</numerusform>
                <numerusform>Send the %Ln messages shown here again that were given up?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln message(s) are sent again</source>
            <translation>
                <numerusform>%Ln message is sent again</numerusform>
                <numerusform>%Ln messages are sent again</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln message(s) are sent again, not all: %1</source>
            <translation>
                <numerusform>%Ln message is sent again, not all: %1</numerusform>
                <numerusform>%Ln messages are sent again, not all: %1</numerusform>
            </translation>
        </message>
        <message>
            <source>A test message to %1 is on its way.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The message that was chosen has left the list. Choose another one.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::PaneKeys</name>
        <message>
            <source>Next part of the window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous part of the window</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::QueueFilter</name>
        <message>
            <source>All skills</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All workers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only tasks whose time is: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only tasks in this state; several can be chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pool %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Queue order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sort by what is to be done first (Ctrl+0)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear filters</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::QueueModel</name>
        <message>
            <source>Time left until the task is due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Due in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who holds the task, or for whom it is kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Worker</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skill</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>0 to 9, 9 is the most urgent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Priority</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the citizen asked for; sorted by when it came in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Citizen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pool %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, a rule has acted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sorted by when the citizen asked, not by name</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::QueuePage</name>
        <message>
            <source>%1 has left the list. Choose another one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No task is open. New ones appear here by themselves as soon as a request comes in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No task matches</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln task(s), more follow</source>
            <translation>
                <numerusform>%Ln task, more follow</numerusform>
                <numerusform>%Ln tasks, more follow</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln task(s)</source>
            <translation>
                <numerusform>%Ln task</numerusform>
                <numerusform>%Ln tasks</numerusform>
            </translation>
        </message>
        <message>
            <source>Take a filter away, or press “Clear filters” to see the whole queue.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::SkillModel</name>
        <message>
            <source>%1 (away)</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln have it</source>
            <translation>
                <numerusform>%Ln has it</numerusform>
                <numerusform>%Ln have it</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln waiting</source>
            <translation>
                <numerusform>%Ln waiting</numerusform>
                <numerusform>%Ln waiting</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: %2, level %3 of 5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 does not have %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1
%2 of its capacity of %3 taken</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 done, %2 failed, %3 fell due meanwhile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1; %2 on average</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1+ waiting</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::SlaDelegate</name>
        <message>
            <source>Due %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::TaskFacts</name>
        <message>
            <source>Waits for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Citizen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Worker</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Held until</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attempt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skill</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Priority</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Needs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why this worker</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 after it can start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stands still, %1 left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stands still, %1 late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>anyone in pool %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 of %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How sure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>below %1 a person sees to it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>work of %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>kept for people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>kept for people of %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Link in the mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: opened %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: opened by what looks like a mail scanner, %2</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::TaskHistory</name>
        <message>
            <source>What happened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What happened, newest first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was before that stands in the activity.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::TaskPane</name>
        <message>
            <source>Send what you have typed here first, or drop it (Esc).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It has changed since you typed this about it: “%1”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No task chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a task in the list to see it and to act on it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 · %2 left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 · %2 late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct and approve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attach file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attach a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is no JSON. A form has its fields in braces.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The result as it should be. It is recorded before and after.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is attached.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only the first %1 of %2 files were taken. Attach the others after them.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln file(s) are attached.</source>
            <translation>
                <numerusform>%Ln file is attached.</numerusform>
                <numerusform>%Ln files are attached.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the files one after the other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you typed about %1 can no longer be sent: “%2”</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::TimeBand</name>
        <message>
            <source>Line of time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Came in %1, due %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>came in %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>due %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ended %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>now</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::WaitingModel</name>
        <message>
            <source>%1 · nobody has it</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%1 · %Ln have it, all away or full</source>
            <translation>
                <numerusform>%1 · %Ln has it, away or full</numerusform>
                <numerusform>%1 · %Ln have it, all away or full</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 · %Ln could take it now</source>
            <translation>
                <numerusform>%1 · %Ln could take it now</numerusform>
                <numerusform>%1 · %Ln could take it now</numerusform>
            </translation>
        </message>
        <message>
            <source>Task</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%1, %Ln waiting</source>
            <translation>
                <numerusform>%1, %Ln waiting</numerusform>
                <numerusform>%1, %Ln waiting</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 · %2 · %3</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::WorkHead</name>
        <message>
            <source>&amp;I am</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who I am</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whose tasks are shown, and in whose name you act (Alt+I)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose your name…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done here today: %1</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln due before noon</source>
            <translation>
                <numerusform>%Ln due before noon</numerusform>
                <numerusform>%Ln due before noon</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln due before the day ends</source>
            <translation>
                <numerusform>%Ln due before the day ends</numerusform>
                <numerusform>%Ln due before the day ends</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln late</source>
            <translation>
                <numerusform>%Ln late</numerusform>
                <numerusform>%Ln late</numerusform>
            </translation>
        </message>
        <message>
            <source>You work as %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You are no worker here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You are away: nothing new is offered to you</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::WorkModel</name>
        <message>
            <source>In hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Offered to you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To be reviewed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The citizen’s choice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting for anyone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 · %2</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%1, %Ln task(s)</source>
            <translation>
                <numerusform>%1, %Ln task</numerusform>
                <numerusform>%1, %Ln tasks</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::WorkerForm</name>
        <message>
            <source>Available for new tasks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>dig 5, ship 3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>front_desk, permits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>email:alice@county.gov</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>made from the name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Id</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skills</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pools</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tasks at a time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reached by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Calendar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Store what stands here (Ctrl+S)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take this worker out of the register; refused while it holds tasks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New worker</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No worker chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Register</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Calendars…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plan leave…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shows first where each task would go (Alt+P)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The chosen leave does not take place, or ends now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The hours of the calendars are changed on their page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 – %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, %2 stands in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 · %2 of %3 taken</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Revert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to what is saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose somebody in the list to see and to change what is known.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::WorkerModel</name>
        <message>
            <source>Worker</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Load</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skills</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pools</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reached by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 of %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pulls its work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1
Levels 1 to 5; without a number: 3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Presence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Silent: asks for no work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Off shift until %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Off shift</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On leave until %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On leave</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Marked as away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 in hand, %2 offered; %3 of the capacity of %4 is taken</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Silent</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::WorkersPage</name>
        <message>
            <source>Nobody works here yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Register people and bots here (Ctrl+N), through the API or with “hms-act worker register”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No worker matches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search for another name, skill or pool.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln worker(s)</source>
            <translation>
                <numerusform>%Ln worker</numerusform>
                <numerusform>%Ln workers</numerusform>
            </translation>
        </message>
        <message>
            <source>Mark as b&amp;ack</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark as &amp;away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New tasks are offered to this worker again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No new tasks are offered to this worker; what it holds stays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is marked as away.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 to 5 set the level, Del takes the skill away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is stored.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is no longer registered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tasks waiting – %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nobody has %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing waits for a worker</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tasks that nobody has taken stand here by skill, each with the reason why.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The leave of %1 is taken back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The leave of %1 is planned.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody else has changed the leave of %1 meanwhile. Look again, and confirm.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop mine and show it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The new worker is not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>all away or full: %1</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln task(s) waiting</source>
            <translation>
                <numerusform>%Ln task waiting</numerusform>
                <numerusform>%Ln tasks waiting</numerusform>
            </translation>
        </message>
        <message>
            <source>The first %1 of %2 tasks waiting: those that come next in the queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 no longer has the skill %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo (Ctrl+Z)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the skill back that was taken away last</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove the worker “%1”?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was done stays on the record; whoever holds tasks is not removed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CalendarForm</name>
        <message>
            <source>&amp;Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time &amp;zone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Working hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Copy Monday to the weekdays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tuesday to Friday get the hours of Monday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Holidays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The next days</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Calendars</name>
        <message>
            <source>all day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Always</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>free</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>closed: %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CalendarsPage</name>
        <message>
            <source>Search name or time zone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search the calendars</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search the calendars (Ctrl+F)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ne&amp;w</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A new calendar (Ctrl+N)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>D&amp;uplicate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A new calendar that begins like this one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove this calendar; refused while somebody counts by it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Calendars</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Revert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to what is saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save this calendar (Ctrl+S)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Firing</name>
        <message>
            <source>Rule “%1” reassigned it to %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rule “%1” found nobody to give it to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rule “%1” could not do what it says: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rule “%1” fired</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rule “%1” made it more urgent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rule “%1” put it on hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rule “%1” skipped it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rule “%1” cancelled the activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rule “%1” failed it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rule “%1” told people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 (step %2)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, %2</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%1 (rules acted %Ln time(s))</source>
            <translation>
                <numerusform>%1 (rules acted %Ln time)</numerusform>
                <numerusform>%1 (rules acted %Ln times)</numerusform>
            </translation>
        </message>
        <message>
            <source>step %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>version %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>due %1, fired %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>due %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waiting since %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>failed %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>step due %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 % of its time used</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>let go %1 ×</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 in the queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>priority %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>attempt %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>with %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HolidayEditor</name>
        <message>
            <source>Holidays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Day of the holiday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it is called</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the holiday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A&amp;dd</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody works on this day (Return)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Re&amp;move</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the chosen days off the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Holidays of an iCalendar file (.ics); shows first what it would do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take nothing of this file</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::CalendarForm</name>
        <message>
            <source>Hours on %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>free</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stretches of work with breaks between them: 08:00–12:00, 13:00–17:00; nothing is a free day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A saved calendar keeps its name; duplicate it for another one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They are shown when the calendar is complete.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time zone</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::CalendarModel</name>
        <message>
            <source>Calendar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time zone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next holiday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How many work by it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>none to come</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln holiday(s)</source>
            <translation>
                <numerusform>%Ln holiday</numerusform>
                <numerusform>%Ln holidays</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::CalendarsPage</name>
        <message>
            <source>%1 copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove the calendar “%1”?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workers and open activities that count by it keep it from being removed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No calendar matches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search for another name or time zone.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln calendar(s)</source>
            <translation>
                <numerusform>%Ln calendar</numerusform>
                <numerusform>%Ln calendars</numerusform>
            </translation>
        </message>
        <message>
            <source>24x7 is built in: all time counts. It can be neither changed nor removed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Administrators change calendars; you are here as %1 and can read them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the first %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 of %2 due times move, %3 become breached at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 of %2 due times move</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln clock(s) run by it</source>
            <translation>
                <numerusform>%Ln clock runs by it</numerusform>
                <numerusform>%Ln clocks run by it</numerusform>
            </translation>
        </message>
        <message>
            <source>Saving it moves no due time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If it is saved: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The new calendar is not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They follow at once, and rules act on what is breached then.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save it</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::DueReason</name>
        <message>
            <source>The calendar was changed in between; this is how it counts now, not how it was reckoned.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The calendar was changed later; this is how it counted then.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At risk from %1: such tasks usually take %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At risk from the start: such tasks usually take longer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Closed on %1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Due soon from %1 (%2 % used).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Due soon from %1 (%2 % used), at risk from %3 (%4 %).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>all time counts (24x7)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>calendar “%1”, %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 once it can start; %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 from %2; %3.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Counted: %1 (%2)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>… and further ones</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>… and %Ln more</source>
            <translation>
                <numerusform>… and %Ln more</numerusform>
                <numerusform>… and %Ln more</numerusform>
            </translation>
        </message>
        <message>
            <source>Paused: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paused since %1; it falls due later by as much as counts of that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why due then?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How the due time was reckoned: what counted, pauses, holidays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why it is due then</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the reckoning as text</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::HolidayEditor</name>
        <message>
            <source>Import holidays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Calendar files (*.ics);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Could not read %1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading %1…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: %2 new, %3 with another name, %4 there already.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Take over %Ln day(s)</source>
            <translation>
                <numerusform>Take over %Ln day</numerusform>
                <numerusform>Take over %Ln days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::HolidayModel</name>
        <message>
            <source>Day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Holiday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Importing it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is new</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is there already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>gets this name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>was called “%1”</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::LaneView</name>
        <message>
            <source>paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>promise broken</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a rule acted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ended</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tasks over time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: its clock has not started</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: %2, due %3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, ended %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, paused for %2</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::WeekView</name>
        <message>
            <source>Week</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::AlertBubbles</name>
        <message>
            <source>%1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activity %1 (%2)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Acknowledge</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>and %Ln more</source>
            <translation>
                <numerusform>and %Ln more</numerusform>
                <numerusform>and %Ln more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln alert(s) need somebody</source>
            <translation>
                <numerusform>%Ln alert needs somebody</numerusform>
                <numerusform>%Ln alerts need somebody</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 (%2 ×)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::Tray</name>
        <message>
            <source>&amp;Open the console</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show &amp;alerts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A&amp;cknowledge all…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TrayFace</name>
        <message>
            <source>No open alerts</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln open alert(s)</source>
            <translation>
                <numerusform>%Ln open alert</numerusform>
                <numerusform>%Ln open alerts</numerusform>
            </translation>
        </message>
        <message>
            <source> – a promise is broken</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> – a promise is at risk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> – all of it is over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody looks at the timers: nothing escalates</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Page</name>
        <message>
            <source>Choose one of the answers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type the code from the mail.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yes, take it back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not the code from the mail. Tries left: %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say why in a few words.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say in a few words what came of it, or why.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A machine could not judge this</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When it is done, write into the note what came of it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” proposes this, and does not say how sure it is:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” proposes this, and is %2 % sure of it:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A machine’s proposal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“It is done” approves it as it stands; your note is kept beside it. To change it, answer in the program.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say it in 2000 characters at most, in plain text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose how much more time you need: from one day to one week.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This came faster than anybody reads, so it was not taken. Please send it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This page had become too old. Please look at it and send it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not sent yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You have more time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The task stays with you until %1 at the most. Its due time is %2: after that it may go to somebody else. Your reason is in its record. When you are ready, answer here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The task stays with you until %1. Your reason is in its record. When you are ready, answer here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taken back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not taken back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That can no longer be taken back. The task is as it is shown here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you said is taken back: the task is with you again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yours until</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yours until, at the most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Code from the mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Six letters and digits, on a line of their own in the mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What became of it?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>I cannot do it: give it to somebody else</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>I need more time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How much more time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only if you need more time. The task stays with you so long, but is due as before: then it may go to somebody else.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Three days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason or note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Required if you cannot do it or need more time. It goes into the record.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Was that a slip?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Until %1 you can take it back, as long as nobody has gone on from it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You marked this task as done on %1. Thank you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Given back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You said on %1 that you cannot do this task. It is no longer with you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This task is on hold. There is nothing to do now; when it goes on, you get another mail with a new link.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The code was wrong five times, so this link has ended. Answer in the program, or ask your supervisor.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This link has expired. Answer in the program, or ask your supervisor.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This task is no longer with you. There is nothing to do.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This link is no longer good</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing at this address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The link may be incomplete: copy all of it from the mail.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Too fast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please wait a moment, then load this page again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The service cannot answer now. Load this page again in a minute: it shows whether your answer has arrived.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opening this page changes nothing. Only an answer with the code does.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opening this page changes nothing. Only an answer does.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your answer did not arrive in time. Nothing has changed; please send it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your answer is too long. Nothing has changed; go back and say it in 2000 characters at most.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This could not be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing has changed. Open the link from the mail again, and answer on its page.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>I do not need the extra time after all (until %1)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Rule</name>
        <message>
            <source>tell only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reassign</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>raise the priority</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>put on hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>skip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cancel its activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>let the task fail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in any case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>only if nobody works on it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>only if somebody works on it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 % of the time used up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>for %1</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln time(s)</source>
            <translation>
                <numerusform>%Ln time</numerusform>
                <numerusform>%Ln times</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>more than %Ln task(s)</source>
            <translation>
                <numerusform>more than %Ln task</numerusform>
                <numerusform>more than %Ln tasks</numerusform>
            </translation>
        </message>
        <message>
            <source>and still after %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>activity %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>skill %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pool %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>priority %1 or more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>of “%1”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>of skill %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>kept for pool %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>with priority %1 or more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When %1 is overdue by %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When %1 is overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When %1 is due in %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When %1 has used up %2 % of its time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When nobody has begun %1 for %2</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>When %1 was taken up and let go %Ln time(s)</source>
            <translation>
                <numerusform>When %1 was taken up and let go %Ln time</numerusform>
                <numerusform>When %1 was taken up and let go %Ln times</numerusform>
            </translation>
        </message>
        <message>
            <source>When %1 has failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When nobody can do %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When %1 wait</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tell %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>give it to somebody else with the skill</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>give it to %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>raise its priority to %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>put it on hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>skip it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cancel the activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>let it fail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 and tell %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>after %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, if nobody works on it,</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, if somebody works on it,</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, and still so after %2</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>The last step comes again every %1, %Ln time(s) at most.</source>
            <translation>
                <numerusform>The last step comes again every %1, %Ln time at most.</numerusform>
                <numerusform>The last step comes again every %1, %Ln times at most.</numerusform>
            </translation>
        </message>
        <message>
            <source>Reassigning restarts the clock.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What one address is told within %1 comes as one message.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is acknowledged and still unsolved %1 later goes on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Until %1 it only writes down what it would do.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is switched off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>switched off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>shadow until %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>next step in %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>next step now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>never fired yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>fired %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>passed over: somebody works on it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>passed over: nobody works on it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>passed over: the next step was due already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>would have: %1, and found nobody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>would have: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reassigning left to another rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 was not possible: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nobody could take it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>given to %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>priority raised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>skipped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>activity cancelled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>told nobody, would tell %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>told %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Switched on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Threshold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind of activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skill</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pool</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Priority</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Grace</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>then</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tell</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Repeat</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Digest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Acknowledged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shadow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scope</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reassign on a breach</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RuleEditor</name>
        <message>
            <source>Remarks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remarks on the rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Return jumps to the field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Revert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to what is saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the rule as its next version (Ctrl+S)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RuleForm</name>
        <message>
            <source>Na&amp;me</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Switched on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;When</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Threshold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind of threshold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1h30m</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Threshold in percent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Threshold as a number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Grace: only if it is still so after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind of activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>any</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Priority</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skill</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kept for pool</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Add a step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Adds a step after the last one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Repeat the last step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>every 1h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Repeat the last step every</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> ×</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Repeat at most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not too often</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Digest: one message for what comes within</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Acknowledged but unsolved: goes on after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>never</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delays of a rule count the working time of the activity's calendar, as its due time does: 1d is 24 hours of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plain time, day and night</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reassigning restarts the clock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The time that was promised begins anew with the next worker</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shadow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only write down, until</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A shadow acts on nothing and tells nobody: its firings say what it would do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>yyyy-MM-dd HH:mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shadow until</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RuleHistory</name>
        <message>
            <source>What the rule has fired</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Return opens the activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Earlier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the rows before these</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the rows after these</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RuleStepForm</name>
        <message>
            <source>Up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move this step before the one above</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move this step after the one below</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove this step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>After</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>After the trigger and the grace, in the working time of the activity's calendar; empty is at once, day and night</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>and</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>then</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>and tell</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sms:+15551234 slack:#desk console:supervisor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Addresses with blanks between: email:, sms:, slack:, webhook:, console:</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RuleTrial</name>
        <message>
            <source>Try it over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tr&amp;y</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plays the record back and says what this rule, as it stands here, would have done; changes nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The record is played back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it would have come to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What would have been fired</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Return opens the activity</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RulesPage</name>
        <message>
            <source>Escalation rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rem&amp;ove…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Removes the chosen rule; the built-in one can be switched off only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>D&amp;uplicate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A new rule that begins as a copy of the chosen one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;New rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Begin a new rule (Ctrl+N)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::FiringModel</name>
        <message>
            <source>When</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What came of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Version</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, again (%2)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::RuleEditor</name>
        <message>
            <source>Only an administrator may change rules; you are here as %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No rule chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a rule in the list, or begin a new one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>About the rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to remark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pools, skills, addresses and steps fit together.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dry run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Firings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is no rule yet: see the fields that are marked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remarks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remarks (%1)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved as version %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New, not saved yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed, not saved yet</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::RuleForm</name>
        <message>
            <source>part of the time used up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>time before it is due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>any</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 or more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Longer than</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>So many times</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More tasks than</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Warn at</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::RuleHistory</name>
        <message>
            <source>Not saved yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Never fired yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the rule does appears here once it is saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing has happened that this rule is about.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::RuleModel</name>
        <message>
            <source>No.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Firing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Version</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Origin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>built in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>made here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looked at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When an engine last held this version of the rule against what happens</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::RuleNoteModel</name>
        <message>
            <source>Error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Problem</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Doubt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Verdict</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::RuleStepForm</name>
        <message>
            <source>whoever else has the skill</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: %2</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::RuleTrial</name>
        <message numerus="yes">
            <source>the last %Ln day(s)</source>
            <translation>
                <numerusform>the last day</numerusform>
                <numerusform>the last %Ln days</numerusform>
            </translation>
        </message>
        <message>
            <source>Trying a rule takes a supervisor.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rule was changed since it was tried. %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Says what the rule would have done, had it been in force then. Nothing is changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading the record…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing would have been fired</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In these days nothing happened that this rule is about.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln activity(s) read.</source>
            <translation>
                <numerusform>%Ln activity read.</numerusform>
                <numerusform>%Ln activities read.</numerusform>
            </translation>
        </message>
        <message>
            <source>Beside the saved rule: %1 firings more, %2 fewer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first %1 firings are listed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It stopped there: there is more.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::RulesPage</name>
        <message>
            <source>New rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Switch on or off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without a rule nobody is told when something is late. Begin a new one.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln rule(s)</source>
            <translation>
                <numerusform>%Ln rule</numerusform>
                <numerusform>%Ln rules</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 (copy)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save or revert what you changed in “%1” first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” is saved as version %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” is saved as version %2. It is switched off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rule is removed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The new rule is not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove the rule “%1”?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody is told by it any more; what it has done stays on the record.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::TrialSumModel</name>
        <message>
            <source>Activities hit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tasks hit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Firings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 of the saved rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Messages to %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Over the period</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Difference</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::WouldFireModel</name>
        <message>
            <source>When</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it would have done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>passed over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: nobody could take it</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::AlertButton</name>
        <message>
            <source>Show &amp;alerts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A&amp;cknowledge all…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No open alerts</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln open alert(s)</source>
            <translation>
                <numerusform>%Ln open alert</numerusform>
                <numerusform>%Ln open alerts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>IntentsPage</name>
        <message>
            <source>Search name or title</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search the intents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search the intents (Ctrl+F)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ne&amp;w</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A new intent (Ctrl+N)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>D&amp;uplicate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A new intent that begins like this one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove this intent; activities that have it stay as they are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Intents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Revert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to what is saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save this intent (Ctrl+S)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>IntentForm</name>
        <message>
            <source>&amp;Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>T&amp;itle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What people call it; nothing: the name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Description</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Promise (SLA)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By when all of it is to be done, from the request on: 15m, 48h, 3d, 1d12h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Called due soon and at risk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Du&amp;e soon after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share of the SLA in percent, of the activity and of each of its tasks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%, at ris&amp;k after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>% of the SLA</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the page of a mail’s link asks f&amp;or</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The button alone is for what does no harm: a program that chooses an answer is not told from a reader</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is to be done</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TaskDraftEditor</name>
        <message>
            <source>Tasks to be made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Add task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One more task, behind the chosen one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Re&amp;move task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the chosen task off the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do the chosen task earlier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do the chosen task later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it is called; each task has a name of its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SLA</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The promise, from when it can be worked on: 90s, 15m, 4h, 1d12h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skill</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What a worker must be able to do; nothing: what the task is called</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Needs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the one before it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names of the tasks that come first, with commas between; nothing: the required one before it; a dash: it can start at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Optional: the citizen chooses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reviewed by a person</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::IntentsPage</name>
        <message>
            <source>%1_copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove the intent “%1”?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activities that have it stay as they are; new ones go by what is usual.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No intents yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is asked for often can have a promise and tasks of its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Administrators make them. Until then each activity says its tasks itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No intent matches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search for another name or title.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln intent(s)</source>
            <translation>
                <numerusform>%Ln intent</numerusform>
                <numerusform>%Ln intents</numerusform>
            </translation>
        </message>
        <message>
            <source>Administrators change intents; you are here as %1 and can read them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For what is made afterwards; what runs stays as it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The new intent is not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New intent…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::IntentForm</name>
        <message>
            <source>The code from the mail, typed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing: the button is enough</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A saved intent keeps its name; duplicate it for another one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What programs and rules call it, as replace_vaccine_card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two shares of the SLA between 0 and 100 %, the second larger than the first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An activity made from it begins without any.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::TaskDraftEditor</name>
        <message>
            <source>No tasks</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::TaskDraftModel</name>
        <message>
            <source>Task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SLA</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skill</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Needs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>optional</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reviewed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>(the one before)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::IntentModel</name>
        <message>
            <source>Request</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What programs and rules call it: the intent of an activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Intent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By when all of it is to be done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SLA</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tasks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the page of a link in a mail asks for with an answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>button</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ActivityForm</name>
        <message>
            <source>New activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Citizen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who asks, as your county names citizens: jordan-77</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Intent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Intent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Promise (SLA)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Priorit&amp;y</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By when all of it is to be done, from now on: 15m, 48h, 3d, 1d12h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of the activity and of each task that has none of its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is to be done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>C&amp;reate activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make it (Ctrl+Return)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the form and drop what is typed; Esc closes it and keeps that</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>hmsact::console::ActivityForm</name>
        <message>
            <source>Intent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>what is asked for: one of the list, or any other words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 · most urgent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 · usual</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 · least urgent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It begins without any; they can be added later.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>“%1” has a template: its promise and %Ln task(s) are filled in below.</source>
            <translation>
                <numerusform>“%1” has a template: its promise and its task are filled in below.</numerusform>
                <numerusform>“%1” has a template: its promise and its %Ln tasks are filled in below.</numerusform>
            </translation>
        </message>
        <message>
            <source>No template has this name: say promise and tasks below.</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
