# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: Apache-2.0
include(CMakeFindDependencyMacro)
find_dependency(Qt6 6.4 COMPONENTS Core Network)
include("${CMAKE_CURRENT_LIST_DIR}/HmsActTargets.cmake")
