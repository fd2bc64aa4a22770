# SPDX-FileCopyrightText: 2026 The HMS-ACT authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What every target is compiled with.
add_library(hmsact_settings INTERFACE)
target_compile_options(hmsact_settings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
                       -Woverloaded-virtual -Wcast-qual -Wold-style-cast
                       # What is inlined into what makes the compiler see null where there is none.
                       $<$<NOT:$<CONFIG:RelWithDebInfo>>:-Wnull-dereference>)
target_compile_definitions(
  hmsact_settings
  INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
            QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS
            QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(HMSACT_WERROR)
  target_compile_options(hmsact_settings INTERFACE -Werror)
endif()
if(HMSACT_SANITIZE)
  target_compile_options(hmsact_settings INTERFACE -fsanitize=${HMSACT_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(hmsact_settings INTERFACE -fsanitize=${HMSACT_SANITIZE})
  if(HMSACT_SANITIZE MATCHES "thread")
    target_compile_options(hmsact_settings INTERFACE -Wno-tsan) # Boost.Asio's fences, about 1,100 times
  endif()
else()
  # A fifth more tasks a second than with the C library's allocator; the sanitizers bring their own.
  target_link_libraries(hmsact_settings INTERFACE PkgConfig::JEMALLOC)
endif()

# hmsact_layer(NAME SOURCES … LINK …): one folder of src/, one library hmsact_NAME, includes written from src/.
function(hmsact_layer name)
  cmake_parse_arguments(LAYER "" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
  add_library(hmsact_${name} ${LAYER_SOURCES})
  add_library(HmsAct::${name} ALIAS hmsact_${name})
  target_include_directories(hmsact_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(hmsact_${name} PUBLIC hmsact_settings ${LAYER_LINK} PRIVATE ${LAYER_PRIVATE_LINK})
endfunction()

# hmsact_test_program(LINK … [SOURCES …] [PRECOMPILE …]): the one program of a layer's tests, tst_<layer>; see
# tests/support/testprogram.h. SOURCES: what several tests use. PRECOMPILE: where there are many of them.
function(hmsact_test_program)
  cmake_parse_arguments(PROGRAM "" "" "LINK;SOURCES;PRECOMPILE" ${ARGN})
  get_filename_component(layer ${CMAKE_CURRENT_SOURCE_DIR} NAME)
  set(target tst_${layer})
  add_executable(${target} ${CMAKE_SOURCE_DIR}/tests/support/testprogram.cpp ${PROGRAM_SOURCES})
  target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/tests ${CMAKE_CURRENT_BINARY_DIR})
  target_link_libraries(${target} PRIVATE hmsact_settings Qt6::Test ${PROGRAM_LINK})
  if(PROGRAM_PRECOMPILE) # it takes as long as a unit or two
    target_precompile_headers(${target} PRIVATE <QTest> ${PROGRAM_PRECOMPILE})
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD_BATCH_SIZE 8) # a few, for several processors
endfunction()

# hmsact_test(NAME [LABELS …] [ON …] [OWN_SERVER]): tests/<layer>/NAME.cpp becomes the ctest case <layer>.NAME, labelled <layer>.
# It draws offscreen. ON sqlite postgresql: it runs once on each, see tests/support/testdatabase.h, on the latter as
# <layer>.NAME@postgresql, then labelled "twin". OWN_SERVER: it has a server for itself, to do with as it likes.
# Labelled "threads" as well where its file starts some.
function(hmsact_test name)
  cmake_parse_arguments(TEST "OWN_SERVER" "" "LABELS;ON" ${ARGN})
  get_filename_component(layer ${CMAKE_CURRENT_SOURCE_DIR} NAME)
  set(target tst_${layer})
  # One call of moc for its one file: AUTOMOC compiles an empty file for each of a hundred tests.
  qt_generate_moc(${name}.cpp ${name}.moc TARGET ${target})
  target_sources(${target} PRIVATE ${name}.cpp ${name}.moc)
  file(STRINGS ${name}.cpp threads REGEX "std::j?thread|coresaying\\.h")
  if(threads)
    list(APPEND TEST_LABELS threads)
  endif()
  if(NOT TEST_ON OR "sqlite" IN_LIST TEST_ON)
    hmsact_test_case(${layer}.${name} "${layer};${TEST_LABELS}" "" ${target} ${name})
  endif()
  if("postgresql" IN_LIST TEST_ON)
    if("sqlite" IN_LIST TEST_ON)
      list(APPEND TEST_LABELS twin)
    endif()
    set(beside_server)
    if(TEST_OWN_SERVER)
      set(beside_server ${Python3_EXECUTABLE} -B ${CMAKE_SOURCE_DIR}/tests/support/postgres.py)
    endif()
    hmsact_test_case(${layer}.${name}@postgresql "${layer};postgresql;${TEST_LABELS}" HMSACT_TEST_DATABASE=postgresql
                     ${beside_server} $<TARGET_FILE:${target}> ${name})
  endif()
endfunction()

function(hmsact_test_case name labels environment)
  add_test(NAME ${name} COMMAND ${ARGN})
  set_tests_properties(${name} PROPERTIES LABELS "${labels}" TIMEOUT 300
                       ENVIRONMENT "QT_QPA_PLATFORM=offscreen;${environment}")
endfunction()

# hmsact_python_test(NAME [OPTIONS …] [LABELS …] [ENVIRONMENT …] [PROPERTIES …] [DEBIAN] [OWN_SERVER]): tests/<layer>/test_NAME.py
# becomes the ctest case <layer>.NAME, labelled <layer>, with 300 s unless PROPERTIES, which stand last, say otherwise. OPTIONS: of
# the interpreter. DEBIAN: by Debian's own, for what comes from there. OWN_SERVER: beside a PostgreSQL that waits for the disk.
function(hmsact_python_test name)
  cmake_parse_arguments(TEST "DEBIAN;OWN_SERVER" "" "OPTIONS;LABELS;ENVIRONMENT;PROPERTIES" ${ARGN})
  get_filename_component(layer ${CMAKE_CURRENT_SOURCE_DIR} NAME)
  set(python ${Python3_EXECUTABLE})
  if(TEST_DEBIAN)
    set(python /usr/bin/python3)
  endif()
  set(beside_server)
  if(TEST_OWN_SERVER)
    set(beside_server ${Python3_EXECUTABLE} -B ${CMAKE_SOURCE_DIR}/tests/support/postgres.py)
  endif()
  add_test(NAME ${layer}.${name} COMMAND ${beside_server} ${python} -B ${TEST_OPTIONS} -m unittest test_${name}
           WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
  set_tests_properties(${layer}.${name} PROPERTIES LABELS "${layer};${TEST_LABELS}" TIMEOUT 300
                       ENVIRONMENT "${TEST_ENVIRONMENT}" ${TEST_PROPERTIES})
endfunction()
