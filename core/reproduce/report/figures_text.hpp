#pragma once

namespace reprise::reproduce {

/// The text of figures.json as it was when the program was built.
const char* figures_text();

}  // namespace reprise::reproduce
