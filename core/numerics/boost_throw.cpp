#include <boost/config.hpp>

#ifdef BOOST_NO_EXCEPTIONS

#include <boost/throw_exception.hpp>
#include <boost/version.hpp>
#include <cstdlib>
#include <exception>

// Without exceptions Boost leaves it to its user to say what happens where it would throw. Core
// never gives Boost arguments that it rejects, so getting here is a programming error.
namespace boost {

BOOST_NORETURN void throw_exception(const std::exception& /*error*/) { std::abort(); }

#if BOOST_VERSION >= 107300
BOOST_NORETURN void throw_exception(const std::exception& /*error*/,
                                    const boost::source_location& /*where*/) {
  std::abort();
}
#endif

}  // namespace boost

#endif  // BOOST_NO_EXCEPTIONS
