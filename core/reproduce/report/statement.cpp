#include "reproduce/report/statement.hpp"

#include <algorithm>

#include "reproduce/report/figures_text.hpp"

namespace reprise::reproduce {
namespace {

using nlohmann::json;
using Comparison = bool (*)(double value, double limit);

const std::pair<const char*, Comparison> kComparisons[] = {
    {"above", [](double value, double limit) { return value > limit; }},
    {"below", [](double value, double limit) { return value < limit; }},
    {"at_least", [](double value, double limit) { return value >= limit; }},
    {"at_most", [](double value, double limit) { return value <= limit; }},
    {"within_factor",
     [](double value, double limit) { return value <= limit && 1 / value <= limit; }}};

bool compare(const std::string& name, double value, double limit) {
  for (const auto& [known, comparison] : kComparisons) {
    if (name == known) return comparison(value, limit);
  }
  return false;
}

Rule read_rule(const json& rule) {
  return {rule.at("measure"), rule.at("is"), rule.at("limit"), rule.value("in_at_least", ""),
          rule.value("except", std::vector<std::string>())};
}

Statement read_statement(const json& entry) {
  Statement stated{entry.at("name"),
                   entry.at("title"),
                   entry.at("question"),
                   entry.at("paper"),
                   entry.at("band"),
                   entry.at("order"),
                   entry.at("limits"),
                   {},
                   {}};
  for (const json& rule : entry.at("rules")) stated.rules.push_back(read_rule(rule));
  stated.published = entry.value("published", decltype(stated.published)());
  return stated;
}

std::map<std::string, Statement> read_statements() {
  std::map<std::string, Statement> statements;
  const json document = json::parse(figures_text());
  for (const json& entry : document.at("figures")) {
    Statement stated = read_statement(entry);
    statements[stated.name] = std::move(stated);
  }
  return statements;
}

}  // namespace

double Statement::limit(const std::string& limit_name) const { return limits.at(limit_name); }

std::optional<double> Statement::published_number(const std::string& number_name) const {
  const auto numbers = published.find(number_name);
  if (numbers == published.end() || numbers->second.size() != 1) return std::nullopt;
  return numbers->second[0];
}

bool Statement::keeps(const std::string& measure, double value) const {
  return std::all_of(rules.begin(), rules.end(), [&](const Rule& rule) {
    return rule.measure != measure || compare(rule.is, value, limit(rule.limit));
  });
}

bool Statement::as_stated(const std::string& measure, const Measured& value) const {
  return std::all_of(rules.begin(), rules.end(), [&](const Rule& rule) {
    if (rule.measure != measure) return true;
    const bool excepted =
        std::find(rule.except.begin(), rule.except.end(), value.first) != rule.except.end();
    return compare(rule.is, value.second, limit(rule.limit)) != excepted;
  });
}

bool Statement::holds(const Measures& measures) const {
  return std::all_of(rules.begin(), rules.end(), [&](const Rule& rule) {
    const auto values = measures.find(rule.measure);
    if (values == measures.end() || values->second.empty()) return false;
    const auto kept = static_cast<std::size_t>(
        std::count_if(values->second.begin(), values->second.end(),
                      [&](const Measured& value) { return as_stated(rule.measure, value); }));
    return rule.in_at_least.empty() ? kept == values->second.size()
                                    : static_cast<double>(kept) >= limit(rule.in_at_least);
  });
}

const Statement& statement_of(const std::string& figure) {
  static const std::map<std::string, Statement> statements = read_statements();
  return statements.at(figure);
}

}  // namespace reprise::reproduce
