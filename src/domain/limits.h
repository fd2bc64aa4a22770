// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/messagelimits.h"
#include "domain/timeunits.h"

// Every number has a bound. Lengths of what is sent are characters, as JSON Schema counts them, unless the name says bytes.
namespace hmsact::domain::limits {

// Text
inline constexpr int nameMax = 200; // fits a table cell and a mail subject
inline constexpr int intentMax = 200;
inline constexpr int citizenIdMax = 200;
inline constexpr int skillMax = 100;
inline constexpr int reasonMax = 2000; // a paragraph
inline constexpr int commentMax = 10'000; // a page
inline constexpr int noteMax = 200; // said with a heartbeat: a line
inline constexpr int channelMax = 500;
inline constexpr int fileNameMax = 200; // most file systems allow 255 bytes
inline constexpr int jsonBytesMax = 256 * 1024; // one payload, result or metadata: a form, not a document
inline constexpr int jsonDepthMax = 64; // deeper is an attack, not data

// Counts
inline constexpr int tasksPerCallMax = 1000; // one transaction stays short
inline constexpr int tasksPerActivityMax = 10'000;
inline constexpr int needsPerTaskMax = 100;
inline constexpr int fieldErrorsMax = 100; // bad fields named in one answer
inline constexpr int skillsPerWorkerMax = 200;
inline constexpr int poolsPerWorkerMax = 50;
inline constexpr int capacityMax = 10'000;
inline constexpr int capacityHuman = 50; // default: what a clerk can keep in view
inline constexpr int capacityMachine = 1000; // default: one full reserve
inline constexpr int reserveMax = 1000;
inline constexpr int pageDefault = 100;
inline constexpr int pageMax = 1000;
inline constexpr int workdayRowsMax = 200; // of each kind before one worker: more than a day holds
inline constexpr int attemptsMax = 100;
inline constexpr int attemptsDefault = 3;
inline constexpr int batchCommandsMax = 1000; // commands that share a commit: bounds the time to the first answer

inline constexpr int leavesPerWorkerMax = 50;
inline constexpr int wishedSkillsMax = 20;
inline constexpr int poolsPerTaskMax = 10; // tried in turn

// Time
inline constexpr qint64 durationMaxMs = 3660 * msPerDay; // ten years: longer is a typing error
inline constexpr qint64 leaseMinMs = msPerSecond;
inline constexpr qint64 leaseMaxMs = 7 * msPerDay;
inline constexpr qint64 leaseMachineMs = 60 * msPerSecond; // default; a dead bot's work is back in a minute
inline constexpr qint64 leaseHumanMs = 8 * msPerHour; // default: a working day
inline constexpr qint64 undoMs = 15 * msPerMinute; // a slip is seen at once; later others build on what was done
inline constexpr int undoEventsMax = 2000; // of an activity that are looked through for what was done last
inline constexpr qint64 waitMaxMs = 60 * msPerSecond; // long poll; below the idle time-out of common proxies
inline constexpr qint64 backoffBaseMs = 5 * msPerSecond;
inline constexpr qint64 backoffMaxMs = 15 * msPerMinute;
inline constexpr qint64 engineLateMs = 5 * msPerSecond; // a timer that waits longer: not ready
inline constexpr qint64 engineSilentMs = msPerMinute; // timers that nobody has looked at for longer: an alarm
inline constexpr qint64 operationKeptMs = msPerDay; // idempotency keys are remembered this long

// Matching
inline constexpr qint64 keptOfferMs = msPerHour; // what a machine keeps: so often it is looked for somebody else
inline constexpr qint64 silentAfterMs = 10 * msPerMinute; // a machine that asked for nothing so long may be gone
inline constexpr qint64 returnKnownHoursMs = 4 * msPerHour; // of a calendar
inline constexpr qint64 returnAnyHoursMs = msPerDay;
inline constexpr qint64 returnMinMs = msPerMinute;
inline constexpr int usualTimedMin = 10; // tasks of a skill that were timed: then it is known how long they usually take
inline constexpr qint64 usualKeptMs = msPerMinute; // what was read of that
inline constexpr int usualSkillsMax = 1000; // of as many skills
inline constexpr int explainedCandidates = 10; // named with their score
inline constexpr int explainedLeftOut = 20; // named with the reason; the others are counted
inline constexpr int explainedChainMax = 20; // needs of needs that are looked through for what somebody can act on
inline constexpr int explainedAheadMax = 200; // tasks that are looked at in the line of one worker
inline constexpr int explainedLinesMax = 20; // workers whose line is looked at for one task, those with most room first
inline constexpr int matchedMax = 200; // waiting tasks that one step looks at, or offers
inline constexpr int drilledMax = 1000; // tasks that an absence drill looks at
inline constexpr int matrixSkillsMax = 500;
inline constexpr int matrixWaitingMax = 1000; // counted of each skill

// The stream of changes
inline constexpr int streamsMax = 200; // open at a time
inline constexpr qint64 streamCoalesceMs = 100; // what changes within is told once: quick for an eye, cheap for the reader
inline constexpr qint64 streamOverflowMs = msPerSecond; // a flood is told this often, not ten times a second
inline constexpr qint64 streamStatsMs = 2 * msPerSecond;
inline constexpr qint64 streamLingerMs = msPerMinute; // changes are gone on being read after the last listener left
inline constexpr int streamRowsMax = 500; // read at a time, of each kind
inline constexpr int streamPendingMax = 10'000; // ids that wait to be read; more is a flood
inline constexpr int streamKeptMax = 10'000; // events that a listener can come back for
inline constexpr qint64 streamKeptBytes = 16 * 1024 * 1024;
inline constexpr qint64 streamPieceBytes = 64 * 1024; // handed to the network at a time

// Rules
inline constexpr int rulesMax = 500; // all are looked at for each trigger
inline constexpr int ruleStepsMax = 20;
inline constexpr int ruleAddressesMax = 1000; // of one step; each has a message of its own
inline constexpr int queueDepthMax = 1'000'000; // that a rule waits for
inline constexpr qint64 queueLookMs = 10 * msPerSecond; // queues are weighed at each full one, where anything has changed
inline constexpr int ruleRepeatsMax = 100;
inline constexpr qint64 escalationLateMs = 5 * msPerMinute; // nobody was there: what is told late comes as one message
inline constexpr qint64 dryRunDefaultMs = 30 * msPerDay;
inline constexpr qint64 dryRunMaxMs = 400 * msPerDay;
inline constexpr int dryRunFiringsMax = 1'000'000; // then it stops
inline constexpr size_t dryRunMovesMax = 4'000'000; // of tasks into a queue and out of it that are played back
inline constexpr int dryRunShown = 1000; // firings that are answered one by one
inline constexpr qint64 escalationLateDigestMs = msPerMinute;

// Intents
inline constexpr int intentsMax = 500; // all are kept in memory
inline constexpr int descriptionMax = 2000; // a paragraph

// Calendars
inline constexpr int minutesPerDay = 24 * 60;
inline constexpr int calendarsMax = 500;
inline constexpr int calendarNameMax = 100;
inline constexpr int timeZoneMax = 64; // the longest name there is has 32
inline constexpr int hoursPerDayMax = 24; // stretches of work between breaks
inline constexpr int holidaysMax = 2000; // a hundred years of those of one county
inline constexpr int calendarYearMin = 1970;
inline constexpr int calendarYearMax = 2200;
inline constexpr int explainedSpansMax = 500; // stretches of working time named in one answer
inline constexpr int previewClocksMax = 20'000; // looked at for one preview
inline constexpr int recountActivitiesMax = 100; // reckoned anew in one step, so that nobody waits long for it
inline constexpr int recountTasksMax = 500; // or so many tasks; one activity at least
inline constexpr qint64 calendarFileBytesMax = 2 * 1024 * 1024; // ten of the largest published
inline constexpr int calendarEventDaysMax = 366; // of one event in a calendar file
inline constexpr int calendarEventYearMin = 1900; // and where it begins, if it repeats
inline constexpr int calendarYearsMax = 5000; // looked through for all repeats of a file: a second at most
inline constexpr int calendarRepeatsMax = 100; // of one event that repeats
inline constexpr int calendarLooksMax = 1000; // at its repeats, those of long ago among them
inline constexpr qint64 workingHorizonMs = 100 * 366 * msPerDay; // further off nobody looks for working time

// The archive: what one step writes and removes, so that nobody waits long for it; one activity at least
inline constexpr int archiveActivitiesMax = 50;
inline constexpr int archiveTasksMax = 500;
inline constexpr qint64 archiveEventsMax = 3000;
inline constexpr qint64 archiveAgeMinMs = operationKeptMs; // what an idempotency key answers with is still there

// Bytes
inline constexpr qint64 bodyBytesMax = 1024 * 1024;
inline constexpr qint64 artefactBytesMax = 25 * 1024 * 1024;
inline constexpr qint64 artefactChunkBytes = 256 * 1024; // of a content in one row
inline constexpr int artefactsPerActivityMax = 1000;
inline constexpr qint64 artefactBytesPerActivityMax = 250 * 1024 * 1024; // ten of the largest
inline constexpr qint64 artefactBytesTotalDefault =
    20LL * 1024 * 1024 * 1024; // a disk holds it, and a backup takes it along
inline constexpr int idempotencyKeyMax = 200;

} // namespace hmsact::domain::limits
