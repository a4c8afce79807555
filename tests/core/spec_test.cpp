#include "experiment/spec.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "experiment/closest_names.hpp"
#include "experiment/experiment.hpp"
#include "experiment/json_reader.hpp"
#include "experiment/setup.hpp"

namespace reprise {
namespace {

using nlohmann::json;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const std::filesystem::path kRoot = REPRISE_SOURCE_DIR;

std::vector<std::filesystem::path> examples(const char* folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(kRoot / "tests/specs" / folder)) {
    if (entry.path().extension() == ".json") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

Spec must_parse(const std::string& text) {
  const Result<Spec> spec = parse_spec(text);
  EXPECT_TRUE(spec.ok()) << text << "\n" << spec.error().message();
  return spec.ok() ? spec.value() : Spec{};
}

Error must_fail(const std::string& text) {
  const Result<Spec> spec = parse_spec(text);
  EXPECT_FALSE(spec.ok()) << text;
  return spec.ok() ? Error{} : spec.error();
}

TEST(SpecExamples, GoodOnesAreAcceptedAndSurviveARoundTrip) {
  const auto paths = examples("good");
  ASSERT_GE(paths.size(), 15u);
  for (const auto& path : paths) {
    SCOPED_TRACE(path.filename().string());
    const Spec spec = must_parse(read_file(path));
    const std::string written = write_spec(spec);
    const Spec again = must_parse(written);
    EXPECT_EQ(spec, again);
    EXPECT_EQ(written, write_spec(again));
  }
}

TEST(SpecExamples, BadOnesAreRejectedNamingTheField) {
  const auto paths = examples("bad");
  ASSERT_GE(paths.size(), 100u);
  for (const auto& path : paths) {
    SCOPED_TRACE(path.filename().string());
    const json example = json::parse(read_file(path), nullptr, false);
    ASSERT_TRUE(example.is_object());
    const bool is_text = example.contains("text");
    const Error error =
        must_fail(is_text ? example["text"].get<std::string>() : example["spec"].dump());
    EXPECT_EQ(error.field, example["field"].get<std::string>()) << error.message();
    EXPECT_FALSE(error.value.empty());
    EXPECT_FALSE(error.allowed.empty());
    EXPECT_EQ(error.message().find('\n'), std::string::npos) << "one line: " << error.message();
    EXPECT_LT(error.message().size(), 400u);
  }
}

TEST(SpecDefaults, AreThePapersSettingsOfTheTask) {
  const Spec two = must_parse(R"({"task": {"kind": "two_points"}})");
  EXPECT_EQ(two, Spec{}) << "the documented member initialisers";
  EXPECT_EQ(two.observe.layer, 10);
  EXPECT_EQ(two.training.batch, std::nullopt);

  const Spec exclusive_or = must_parse(R"({"task": {"kind": "xor"}})");
  EXPECT_EQ(exclusive_or.training.loss, Loss::kMse);
  EXPECT_EQ(exclusive_or.network.gain, 0.85);
  EXPECT_EQ(exclusive_or.observe.points, (std::vector<int>{0, 1, 2, 3}));

  const Spec images = must_parse(R"({"task": {"kind": "images"}})");
  EXPECT_EQ(images.network.width, 200);
  EXPECT_EQ(images.network.hidden_layers, 4);
  EXPECT_EQ(images.network.gain, 0.5);
  EXPECT_EQ(images.training.batch, 64);
  EXPECT_EQ(images.observe.layer, 2);
  EXPECT_EQ(std::get<ImagesTask>(images.task).classes.size(), 10u);
}

TEST(SpecDefaults, FollowTheFieldsTheyDependOn) {
  const auto two = [](const char* rest) {
    return must_parse(std::string(R"({"task": {"kind": "two_points"}, )") + rest + "}");
  };
  EXPECT_EQ(two(R"("network": {"hidden_layers": 1})").observe.layer, 0);
  EXPECT_EQ(two(R"("network": {"hidden_layers": 7})").observe.layer, 3);
  EXPECT_EQ(two(R"("training": {"epochs": 12000})").observe.every, 40);
  EXPECT_EQ(two(R"("training": {"epochs": 5})").observe.every, 1);
  const Spec few = must_parse(
      R"({"task": {"kind": "images", "classes": [0, 1], "train_count": 10, "held_out_count": 2}})");
  EXPECT_EQ(few.training.batch, 10) << "not more than there are";
}

// The defaults the schema documents are those of the two-point task, or of the images task's own
// fields.
TEST(SpecDefaults, AreTheOnesTheSchemaDocuments) {
  const json schema =
      json::parse(read_file(kRoot / "core/experiment/spec.schema.json"), nullptr, false);
  ASSERT_TRUE(schema.is_object());
  const json two = json::parse(write_spec(default_spec(TwoPointsTask{})), nullptr, false);
  const json images = json::parse(write_spec(default_spec(ImagesTask{})), nullptr, false);
  const auto compare = [&](const char* definition, const json& written) {
    int compared = 0;
    for (const auto& item : schema["definitions"][definition]["properties"].items()) {
      ASSERT_TRUE(written.contains(item.key())) << definition << "." << item.key();
      if (!item.value().contains("default")) continue;
      EXPECT_EQ(item.value()["default"], written[item.key()]) << definition << "." << item.key();
      ++compared;
    }
    EXPECT_GT(compared, 0);
    EXPECT_EQ(schema["definitions"][definition]["properties"].size(), written.size());
  };
  compare("TwoPointsTask", two["task"]);
  compare("ImagesTask", images["task"]);
  compare("FeatureCollapseTask",
          json::parse(write_spec(default_spec(FeatureCollapseTask{})), nullptr, false)["task"]);
  // Those of own points with classes, and what only generated points have.
  json plane = json::parse(write_spec(must_parse(R"({"task": {"kind": "plane", "shape": "own"}})")),
                           nullptr, false)["task"];
  plane.update(json::parse(write_spec(default_spec(PlaneTask{})), nullptr, false)["task"]);
  compare("PlaneTask", plane);
  // Every field of a network: those of a convolutional and of an attention one, with the default
  // kind.
  const json convolutional = json::parse(
      write_spec(
          must_parse(R"({"task": {"kind": "two_points"}, "network": {"kind": "convolutional"}})")),
      nullptr, false);
  json network = convolutional["network"];
  network.update(json::parse(
      write_spec(
          must_parse(R"({"task": {"kind": "two_points"}, "network": {"kind": "attention"}})")),
      nullptr, false)["network"]);
  network.update(json::parse(
      write_spec(
          must_parse(R"({"task": {"kind": "two_points"}, "network": {"kind": "residual"}})")),
      nullptr, false)["network"]);
  network.update(two["network"]);
  compare("NetworkSpec", network);
  compare("TrainingSpec", two["training"]);
  compare("ObserveSpec", two["observe"]);
  EXPECT_EQ(schema["properties"]["seed"]["default"], two["seed"]);
  EXPECT_EQ(schema["properties"]["version"]["default"], two["version"]);
}

TEST(SpecWriter, GivesEveryFieldInAFixedOrder) {
  EXPECT_EQ(
      write_spec(default_spec(TwoPointsTask{})),
      "{\n"
      "  \"version\": 1,\n"
      "  \"task\": {\"kind\": \"two_points\", \"dx2\": 1, \"dy2\": 0.5, "
      "\"targets\": \"paper\"},\n"
      "  \"network\": {\"kind\": \"mlp\", \"width\": 500, \"hidden_layers\": 20, "
      "\"activation\": \"leaky_relu\", \"gain\": 1, \"decoder_gain\": \"same\", "
      "\"dropout\": 0, \"input_dropout\": 0, \"activations\": \"same\", \"widths\": \"same\"},\n"
      "  \"training\": {\"optimizer\": \"sgd\", \"learning_rate\": 0.01, \"batch\": \"full\", "
      "\"epochs\": 3000, \"loss\": \"half_mse\", \"momentum\": 0, \"l1\": 0, \"l2\": 0},\n"
      "  \"observe\": {\"layer\": 10, \"every\": 10, \"points\": [0, 1]},\n"
      "  \"seed\": 1\n"
      "}\n");
}

TEST(SpecWriter, GivesFieldsOfConvolutionsToConvolutionalNetworksAlone) {
  const auto network = [](const char* fields) {
    return json::parse(write_spec(must_parse(
        std::string(R"({"task": {"kind": "xor"}, "network": )") + fields + "}")))["network"];
  };
  const json convolutional = network(R"({"kind": "convolutional", "channels": 25, "kernel": 5})");
  EXPECT_EQ(convolutional["kind"], "convolutional");
  EXPECT_EQ(convolutional["channels"], 25);
  EXPECT_EQ(convolutional["kernel"], 5);
  EXPECT_EQ(convolutional["padding"], "same");
  for (const char* kind : {"mlp", "residual"}) {
    const json other = network((R"({"kind": ")" + std::string(kind) + "\"}").c_str());
    EXPECT_EQ(other["kind"], kind);
    EXPECT_FALSE(other.contains("channels"));
    EXPECT_FALSE(other.contains("kernel"));
    EXPECT_FALSE(other.contains("padding"));
    EXPECT_EQ(other.contains("skip_length"), other["kind"] == "residual");
  }
}

TEST(SpecWriter, KeepsEveryBitOfEveryNumber) {
  boost::random::mt19937_64 random(7);
  for (int i = 0; i < 2000; ++i) {
    Spec spec;
    // Seventeen digits would do for any double; the shortest that read back are written.
    spec.network.gain = 1e-3 + static_cast<double>(random() >> 11) * 0x1p-53;
    spec.training.learning_rate = spec.network.gain * (i % 2 == 0 ? 1e-9 : 1e2);
    spec.task = TwoPointsTask{spec.network.gain + 3, spec.network.gain};
    spec.seed = random() >> 11;
    EXPECT_EQ(must_parse(write_spec(spec)), spec);
  }
}

TEST(SpecErrors, NameFieldValueAndWhatIsAllowed) {
  EXPECT_EQ(must_fail(R"({"task": {"kind": "xor"}, "network": {"width": -3}})").message(),
            "network.width is -3; allowed: an integer from 1 to 4096");
  EXPECT_EQ(must_fail(R"({"task": {"kind": "xor"}, "network": {"widht": 3}})").message(),
            "network.widht is not a known field; allowed: kind, width, hidden_layers, activation, "
            "gain, decoder_gain, dropout, input_dropout, skip_length, channels, kernel, padding, "
            "tokens, heads, widths or activations (closest: width)");
  EXPECT_EQ(must_fail(R"({"task": {"kind": "xor"}, "training": {"loss": "hinge"}})").message(),
            "training.loss is \"hinge\"; allowed: \"half_mse\" or \"mse\"");
  EXPECT_EQ(must_fail(R"({"task": {"kind": "xor"}, "network": {"channels": 20}})").message(),
            "network.channels is 20; allowed: nothing, unless network.kind is \"convolutional\" or "
            "\"picture_convolutional\"");
  EXPECT_EQ(
      must_fail(R"({"task": {"kind": "xor"}, "network": {"kind": "convolutional", "width": 50}})")
          .message(),
      "network.channels is 20; allowed: a divisor of network.width, 50");
  EXPECT_EQ(must_fail(R"({"task": {"kind": "xor"}, "network": {"dropout": 1}})").message(),
            "network.dropout is 1; allowed: a number from 0 to below 1");
  EXPECT_EQ(must_fail(R"({"task": {"kind": "xor"}, "network": {"decoder_gain": 0}})").message(),
            "network.decoder_gain is 0; allowed: \"same\" or a number above 0 and at most 100");
  EXPECT_EQ(
      must_fail(
          R"({"task": {"kind": "xor"}, "network": {"kind": "convolutional", "width": 190, "padding": "valid"}})")
          .message(),
      "network.padding is \"valid\"; allowed: \"same\": 19 convolutions with a kernel of 11 would "
      "lose 190 places, and network.width is 190");
  EXPECT_TRUE(
      parse_spec(
          R"({"task": {"kind": "xor"}, "network": {"kind": "convolutional", "width": 191, "padding": "valid"}})")
          .ok())
      << "one place is enough, and nothing need divide the width";
}

TEST(SpecErrors, OfGrammarGiveLineAndColumn) {
  const Error error = must_fail("{\n  \"task\": {\"kind\": \"xor\"},\n  \"seed\": 1,\n}");
  EXPECT_NE(error.value.find("line 4, column 1"), std::string::npos) << error.value;
  const Error accented = must_fail("{\"é\": x}");
  EXPECT_NE(accented.value.find("line 1, column 7"), std::string::npos) << accented.value;
  EXPECT_NE(must_fail(R"({"seed": 1e999})").value.find("1e999"), std::string::npos);
}

// The limit an error names holds to the last unit: that value is accepted, the next is not.
TEST(SpecErrors, OfSizeSayWhichValueWouldDo) {
  struct Case {
    const char* field;
    const char* begins;                    // How what is allowed begins, up to the number.
    std::function<std::string(int)> spec;  // With this value of the field.
    int too_much;
    std::function<int(int)> next;  // The next larger value that could be tried.
  };
  const auto plus_one = [](int value) { return value + 1; };
  const Case cases[] = {
      {"network.width", "at most ",
       [](int v) {
         return R"({"task": {"kind": "xor"}, "network": {"hidden_layers": 99, "width": )" +
                std::to_string(v) + "}}";
       },
       4096, plus_one},
      {"network.width", "at most ",
       [](int v) {
         return R"({"task": {"kind": "xor"}, "training": {"optimizer": "adam"}, "network": {"width": )" +
                std::to_string(v) + "}}";
       },
       4000, plus_one},
      {"network.width", "at most ",
       [](int v) {
         return R"({"task": {"kind": "xor"}, "network": {"kind": "attention", "tokens": 4, "heads": 2,)"
                R"( "hidden_layers": 90, "width": )" +
                std::to_string(v) + "}}";
       },
       4096, [](int value) { return value + 8; }},
      {"network.channels", "a divisor of network.width up to ",
       [](int v) {
         return R"({"task": {"kind": "xor"}, "network": {"kind": "convolutional", "width": 4000, "channels": )" +
                std::to_string(v) + "}}";
       },
       4000,
       [](int value) {
         do ++value;
         while (4000 % value != 0);
         return value;
       }},
      {"network.channels", "at most ",
       [](int v) {
         return R"({"task": {"kind": "images"}, "network": {"kind": "picture_convolutional",)"
                R"( "hidden_layers": 100, "channels": )" +
                std::to_string(v) + R"(}, "training": {"batch": 1}})";
       },
       4096, plus_one},
      {"training.batch", "an integer from 1 to ",
       [](int v) {
         return R"({"task": {"kind": "images", "train_count": 9000}, "network": {"width": 4000},)"
                R"( "training": {"batch": )" +
                std::to_string(v) + "}}";
       },
       9000, plus_one},
      {"task.train_count", "at most ",
       [](int v) {
         return R"({"task": {"kind": "images", "source": "cifar10", "train_count": )" +
                std::to_string(v) + R"(, "held_out_count": 35000}})";
       },
       70000, plus_one},
  };
  for (const Case& c : cases) {
    const Error error = must_fail(c.spec(c.too_much));
    SCOPED_TRACE(error.message());
    EXPECT_EQ(error.field, c.field);
    ASSERT_EQ(error.allowed.rfind(c.begins, 0), 0u);
    EXPECT_NE(error.allowed.find("for at most 1.5 GB of memory"), std::string::npos);
    const int most = std::stoi(error.allowed.substr(std::string(c.begins).size()));
    EXPECT_TRUE(parse_spec(c.spec(most)).ok()) << parse_spec(c.spec(most)).error().message();
    EXPECT_FALSE(parse_spec(c.spec(c.next(most))).ok());
    // Room is what the caller says it is.
    EXPECT_TRUE(parse_spec(c.spec(c.next(most)), 9 * kUsualMemory).ok());
  }

  const auto every = [](int value) {
    return R"({"task": {"kind": "xor"}, "training": {"epochs": 1000000}, "observe": {"every": )" +
           std::to_string(value) + "}}";
  };
  const std::string allowed = must_fail(every(1)).allowed;
  ASSERT_EQ(allowed.rfind("an integer from 3 to 1000000", 0), 0u) << allowed;
  EXPECT_FALSE(parse_spec(every(2)).ok());
  EXPECT_TRUE(parse_spec(every(3)).ok());
}

TEST(SpecErrors, StayShortForLongInput) {
  const std::string long_text(100'000, 'x');
  const std::string accents = [] {
    std::string text;
    for (int i = 0; i < 50'000; ++i) text += "é";
    return text;
  }();
  for (const std::string& text : {long_text, accents}) {
    for (const std::string& spec :
         {R"({"task": {"kind": ")" + text + "\"}}",
          R"({"task": {"kind": "xor", ")" + text + "\": 1}}", "{\"" + text + "\": 1}"}) {
      const Error error = must_fail(spec);
      EXPECT_LT(error.message().size(), 500u);
      EXPECT_TRUE(
          json::accept(json(error.message()).dump(-1, ' ', false, json::error_handler_t::replace)));
      EXPECT_EQ(
          json(error.message()).dump(-1, ' ', true, json::error_handler_t::replace).find("ufffd"),
          std::string::npos)
          << "cut inside a character";
    }
  }
  EXPECT_FALSE(parse_spec(std::string(2'000'000, ' ')).ok());
}

TEST(SpecSizes, CountRecords) {
  Spec spec;
  EXPECT_EQ(record_limit(spec), 301);
  EXPECT_EQ(record_width(spec), 2 + 1 * (3 + 20));
  spec.observe.every = 7;
  EXPECT_EQ(record_limit(spec), 1 + 429) << "3000 / 7 is 428.6: one record more at the end";
  EXPECT_EQ(record_width(default_spec(XorTask{})), 2 + 6 * (3 + 20));
  EXPECT_EQ(record_width(default_spec(ImagesTask{})), 5 + 1 * (3 + 4));
}

TEST(SpecSizes, CountTheConvolutionsOfThePaper) {
  const Spec spec = must_parse(
      R"({"task": {"kind": "two_points"}, "network": {"kind": "convolutional", "hidden_layers": 10}})");
  EXPECT_EQ(build_network(spec.network, {1, 1}).parameter_count(),
            2u * 500 + 9 * (20 * 20 * 11 + 20) + 501);
}

TEST(ClosestNames, FindMisspellingsAndParts) {
  const std::vector<std::string> names = {"width", "hidden_layers", "gain"};
  EXPECT_EQ(closest_names("widht", names, 1), (std::vector<std::string>{"width"}));
  EXPECT_EQ(closest_names("layers", names, 3), (std::vector<std::string>{"hidden_layers"}));
  EXPECT_TRUE(closest_names("momentum", names, 3).empty());
  EXPECT_EQ(join_names(names, "or"), "width, hidden_layers or gain");
}

// Whatever is done to a spec, the parser gives a spec that it accepts again, or an error that names
// something.
TEST(SpecFuzz, MutationsNeverCrashAndNeverGiveAnInvalidSpec) {
  std::vector<std::string> seeds;
  for (const auto& path : examples("good")) seeds.push_back(read_file(path));
  const std::vector<std::string> pieces = {
      "{",     "}",      "[",        "]",       ":",          ",",         "\"",   "-",
      "1e308", "1e-400", "0",        "9",       ".5",         "null",      "true", "\\u0000",
      "\xff",  "\xc3",   "\"kind\"", "\"xor\"", "\"images\"", "4294967297"};
  boost::random::mt19937 random(20240214);
  const auto below = [&](std::size_t bound) {
    return boost::random::uniform_int_distribution<std::size_t>(0, bound - 1)(random);
  };
  int accepted = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text = seeds[below(seeds.size())];
    const std::size_t edits = 1 + below(4);
    for (std::size_t edit = 0; edit < edits && !text.empty(); ++edit) {
      const std::size_t at = below(text.size());
      switch (below(8)) {
        case 0:
          text[at] = static_cast<char>(below(256));
          break;
        case 1:
          text.erase(at, 1 + below(12));
          break;
        case 2:
          text.insert(at, pieces[below(pieces.size())]);
          break;
        case 3:
          text.insert(at, text.substr(below(text.size()), below(40)));
          break;
        default: {  // Another digit, which often leaves the spec valid.
          const std::size_t digit = text.find_first_of("0123456789", at);
          if (digit != std::string::npos) text[digit] = static_cast<char>('0' + below(10));
        }
      }
    }
    const Result<Spec> spec = parse_spec(text);
    if (spec) {
      ++accepted;
      const Result<Spec> again = parse_spec(write_spec(spec.value()));
      ASSERT_TRUE(again.ok()) << text << "\n" << again.error().message();
      ASSERT_EQ(again.value(), spec.value()) << text;
    } else {
      ASSERT_FALSE(spec.error().allowed.empty()) << text;
    }
  }
  EXPECT_GT(accepted, 500) << "mutations that stay valid are part of the test";
  EXPECT_LT(accepted, 19'500);
}

}  // namespace
}  // namespace reprise
