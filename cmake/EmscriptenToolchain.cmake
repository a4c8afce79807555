# Finds the installed Emscripten and hands over to its own toolchain file, so that a preset can name
# this one whatever the distribution. EMSCRIPTEN_ROOT in the environment overrides the search.

if(NOT DEFINED REPRISE_EMSCRIPTEN_ROOT)
  set(candidates "$ENV{EMSCRIPTEN_ROOT}" "$ENV{EMSDK}/upstream/emscripten")
  find_program(REPRISE_EM_CONFIG em-config)
  if(REPRISE_EM_CONFIG)
    execute_process(COMMAND "${REPRISE_EM_CONFIG}" EMSCRIPTEN_ROOT
      OUTPUT_VARIABLE configured_root OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    list(APPEND candidates "${configured_root}")
  endif()
  list(APPEND candidates /usr/share/emscripten)
  foreach(candidate ${candidates})
    if(EXISTS "${candidate}/cmake/Modules/Platform/Emscripten.cmake")
      set(REPRISE_EMSCRIPTEN_ROOT "${candidate}")
      break()
    endif()
  endforeach()
  if(NOT REPRISE_EMSCRIPTEN_ROOT)
    message(FATAL_ERROR "Emscripten was not found: install it (Debian: apt-get install emscripten) "
      "or set EMSCRIPTEN_ROOT to the folder that holds emcc.")
  endif()
endif()

include("${REPRISE_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake")
