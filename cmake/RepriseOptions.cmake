# Flags every target of the project shares, as one interface target.

add_library(reprise_options INTERFACE)
target_compile_features(reprise_options INTERFACE cxx_std_20)
target_compile_options(reprise_options INTERFACE
  -Wall -Wextra -Wpedantic -Werror
  # A fused multiply-add rounds once where a multiply and an add round twice; with it, native and
  # WebAssembly results would differ in their last bits.
  -ffp-contract=off)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 warns of overlapping copies inside std::string concatenation where there are none.
  target_compile_options(reprise_options INTERFACE -Wno-restrict)
endif()
# Eigen's vectorised products sum in an order that depends on the instruction set, and it cuts a long
# sum where the caches that it finds in the processor are full. It is used only where speed does not
# matter, so the order is kept the same everywhere instead: plain code, for caches of given sizes.
target_compile_definitions(reprise_options INTERFACE EIGEN_DONT_VECTORIZE EIGEN_NO_CPUID
  EIGEN_DEFAULT_L1_CACHE_SIZE=32768 EIGEN_DEFAULT_L2_CACHE_SIZE=262144 EIGEN_DEFAULT_L3_CACHE_SIZE=2097152)
if(NOT REPRISE_SIMD)
  target_compile_definitions(reprise_options INTERFACE REPRISE_SCALAR_LANES)
endif()

# A cache of compilations keeps a file by its text and that of what it includes, which a precompiled header hides from it.
if(CMAKE_CXX_COMPILER_LAUNCHER MATCHES "ccache")
  set(CMAKE_DISABLE_PRECOMPILE_HEADERS ON)
endif()

if(REPRISE_SANITIZE)
  target_compile_options(reprise_options INTERFACE
    -fsanitize=${REPRISE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(reprise_options INTERFACE -fsanitize=${REPRISE_SANITIZE})
endif()

if(EMSCRIPTEN)
  # Packages come from the host system, which Emscripten's toolchain file hides by default.
  set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE BOTH)
  # No exceptions in WebAssembly: core reports errors as values, and without them the module needs no
  # JavaScript glue to unwind the stack. Nor the names of types, which nothing asks for.
  target_compile_options(reprise_options INTERFACE -fno-exceptions -fno-rtti)
  target_compile_definitions(reprise_options INTERFACE
    BOOST_NO_EXCEPTIONS BOOST_EXCEPTION_DISABLE JSON_NOEXCEPTION)
  if(REPRISE_SIMD)
    # LLVM 14 turns some scalar double arithmetic into wrong vector code (seen: a sum off by 0.1 %, found
    # because native and WebAssembly fits differed). Kernels write their vectors out and lose nothing.
    target_compile_options(reprise_options INTERFACE -msimd128 -fno-slp-vectorize)
  endif()
endif()

# Header-only packages. System headers are marked SYSTEM so that -Werror judges only our own code.
add_library(reprise_packages INTERFACE)
if(CMAKE_CROSSCOMPILING)
  # Putting /usr/include itself on a cross compiler's path would bring in the host's C headers, so each
  # library is reached through a folder that holds nothing else.
  set(REPRISE_HEADERS "${CMAKE_BINARY_DIR}/package-headers")
  file(MAKE_DIRECTORY "${REPRISE_HEADERS}")
  foreach(package boost nlohmann)
    find_path(REPRISE_${package}_PARENT NAMES ${package}
      PATHS /usr/include /usr/local/include NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH REQUIRED)
    file(CREATE_LINK "${REPRISE_${package}_PARENT}/${package}" "${REPRISE_HEADERS}/${package}" SYMBOLIC)
  endforeach()
  find_path(REPRISE_EIGEN NAMES Eigen/Core
    PATHS /usr/include/eigen3 /usr/local/include/eigen3 NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  target_include_directories(reprise_packages SYSTEM INTERFACE "${REPRISE_HEADERS}" "${REPRISE_EIGEN}")
else()
  find_package(Eigen3 3.4 REQUIRED NO_MODULE)
  find_package(Boost 1.74 REQUIRED)
  find_package(nlohmann_json 3.10 REQUIRED)
  target_link_libraries(reprise_packages INTERFACE Eigen3::Eigen Boost::headers nlohmann_json::nlohmann_json)
endif()
