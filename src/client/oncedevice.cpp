// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: Apache-2.0
#include "client/oncedevice.h"

#include <algorithm>
#include <cstring>

namespace hmsact::client {

qint64 OnceDevice::readData(char *data, qint64 maxSize)
{
    const qint64 size = std::min(maxSize, bytesAvailable());
    if (size <= 0)
        return -1;
    std::memcpy(data, m_bytes.constData() + m_read, size_t(size));
    m_read += size;
    return size;
}

} // namespace hmsact::client
