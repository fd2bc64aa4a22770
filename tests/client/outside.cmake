# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Installs the client into a folder of its own, builds a project outside against that, and runs it.
# Called with -DBUILD=… -DSOURCE=… -DFOLDER=… -DFLAGS=…
file(REMOVE_RECURSE ${FOLDER})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --component client-dev --prefix ${FOLDER}/prefix
                COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} -S ${SOURCE} -B ${FOLDER}/build -G Ninja -DCMAKE_PREFIX_PATH=${FOLDER}/prefix
                        -DCMAKE_CXX_FLAGS=${FLAGS}
                COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} --build ${FOLDER}/build COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${FOLDER}/build/bot COMMAND_ERROR_IS_FATAL ANY)
