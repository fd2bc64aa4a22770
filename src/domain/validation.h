// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"

#include <functional>

namespace hmsact::domain {

// The bounds of what a command carries, whoever says it: the codec names the fields of a request earlier and by their pointers,
// the console and the tests come straight here. Invalid with a pointer for each bad field.
[[nodiscard]] Status validate(const CreateActivity &command);
[[nodiscard]] Status validate(const PutArtefact &command); // file name without path, media type, size
[[nodiscard]] Status validate(const CreateToken &command, qint64 nowMs);

// The worker as `spec` leaves it: `known` is nullptr for a new one. What is not given stays or takes its default.
// Invalid: no name, no skills on a new one, an id or channel that is none, a level or capacity out of bounds.
// A leave that ends before it starts or overlaps another, with the worker itself as its substitute. Leave that is over is left
// out.
[[nodiscard]] Result<Worker> saved(const WorkerSpec &spec, const Worker *known, qint64 nowMs);

// Conflict with a pointer for each field of the worker that is not as `seen` says; what that does not say is not looked at.
[[nodiscard]] Status isAsSeen(const Worker &worker, const WorkerSpec &seen);

// Who stands in is somebody (`find` knows them all), and does not, while away too, have this worker stand in.
[[nodiscard]] Status substitutesAreSound(const Worker &worker, const std::function<const Worker *(const WorkerId &)> &find);
[[nodiscard]] Status validate(const Leave &leave, const WorkerId &worker); // of a drill

} // namespace hmsact::domain
