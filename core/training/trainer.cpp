#include "training/trainer.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "numerics/vector_width.hpp"
#include "training/loss.hpp"

namespace reprise {

namespace {

// Multiplications that take some milliseconds: a step of no more is not cut.
constexpr std::uint64_t kQuick = 20'000'000;

// Whether a step needs the whole gradient first; if not, each layer takes its own.
bool gathers(const TrainingOptions& options) {
  return options.optimizer == Optimizer::kAdam || options.momentum > 0 ||
         options.penalties != Penalties{};
}

int batch_size(int points, const TrainingOptions& options) {
  return options.batch == 0 ? points : std::min(options.batch, points);
}

}  // namespace

std::uint64_t Trainer::parameter_bytes(const Network& network, const TrainingOptions& options) {
  // Adam keeps two means of each parameter, momentum one direction.
  const std::uint64_t kept = options.optimizer == Optimizer::kAdam ? 2 : options.momentum > 0 ? 1 : 0;
  const std::uint64_t each = 1 + (gathers(options) ? 1 : 0) + kept;
  return each * network.parameter_count() * sizeof(float);
}

std::uint64_t Trainer::step_bytes(const Network& network, int points,
                                  const TrainingOptions& options) {
  const int batch = batch_size(points, options);
  const auto floats = [batch](int each) {
    return static_cast<std::uint64_t>(batch) * static_cast<std::uint64_t>(each);
  };
  std::uint64_t gathered = 0;
  if (batch < points) {
    gathered =
        floats(network.inputs()) + floats(network.outputs()) + static_cast<std::uint64_t>(points);
  }
  return (floats(network.outputs()) + gathered) * sizeof(float) +
         network.layout(batch, PassKind::kTraining).bytes();
}

Trainer::Trainer(const Network& network, TrainingData data, TrainingOptions options)
    : network_(network),
      data_(data),
      options_(options),
      batch_(batch_size(data.points, options)),
      pass_(network, batch_),
      shuffle_(options.seed, RandomPurpose::kShuffle),
      dropout_(options.seed, RandomPurpose::kDropout) {
  make_room();
  reset();
}

// What depends on the number of points, beside the pass.
void Trainer::make_room() {
  quick_ = 3 * network_.work() * static_cast<std::uint64_t>(batch_) <= kQuick;
  steps_per_epoch_ = (data_.points + batch_ - 1) / batch_;
  pass_.train_with(&dropout_);
  const bool parts = batch_ < data_.points;
  const std::size_t batch = static_cast<std::size_t>(batch_), gathered = parts ? batch : 0;
  grad_outputs_.resize(batch * network_.outputs());
  batch_inputs_.resize(gathered * network_.inputs());
  batch_targets_.resize(gathered * network_.outputs());
  order_.resize(parts ? data_.points : 0);
}

void Trainer::replace(TrainingData data, double learning_rate, Penalties penalties) {
  options_.learning_rate = learning_rate;
  options_.penalties = penalties;
  make_gradient();
  const bool as_many = data.points == data_.points;
  data_ = data;
  if (as_many) return;
  const int batch = batch_size(data.points, options_);
  if (batch != batch_) {
    batch_ = batch;
    pass_ = Pass(network_, batch_);
  }
  const std::int64_t epochs = steps_taken_ / steps_per_epoch_;
  const std::int64_t within = steps_taken_ % steps_per_epoch_, before = steps_per_epoch_;
  make_room();
  std::iota(order_.begin(), order_.end(), 0);
  steps_taken_ = epochs * steps_per_epoch_ + within * steps_per_epoch_ / before;
  // An epoch that has not begun shuffles by itself.
  if (steps_taken_ % steps_per_epoch_ != 0) shuffle_.shuffle(order_);
}

void Trainer::reset() {
  parameters_ = {};  // Freed first: two copies at once may be more than there is room for.
  parameters_ = network_.initialise(options_.gains, options_.seed);
  shuffle_ = RandomStream(options_.seed, RandomPurpose::kShuffle);
  dropout_ = RandomStream(options_.seed, RandomPurpose::kDropout);
  std::iota(order_.begin(), order_.end(), 0);
  steps_taken_ = 0;
  turn_ = 0;
  make_gradient();
  const bool adam = options_.optimizer == Optimizer::kAdam;
  if (adam || options_.momentum > 0) mean_.assign(parameters_.size(), 0.0f);
  if (adam) mean_square_.assign(parameters_.size(), 0.0f);
  mean_decay_power_ = mean_square_decay_power_ = 1.0;
}

// Room for the gradient, where it is gathered.
void Trainer::make_gradient() {
  const std::size_t size = gathers(options_) ? parameters_.size() : 0;
  if (gradient_.size() != size) gradient_ = std::vector<float>(size);
}

// Gathers the next minibatch, in a new random order each epoch, and returns its number of points.
int Trainer::next_batch() {
  const std::int64_t within_epoch = steps_taken_ % steps_per_epoch_;
  if (within_epoch == 0) shuffle_.shuffle(order_);
  const int from = static_cast<int>(within_epoch) * batch_;
  const int points = std::min(batch_, data_.points - from);
  for (int point = 0; point < points; ++point) {
    const std::size_t source = static_cast<std::size_t>(order_[from + point]);
    std::copy_n(data_.inputs + source * network_.inputs(), network_.inputs(),
                batch_inputs_.data() + static_cast<std::size_t>(point) * network_.inputs());
    std::copy_n(data_.targets + source * network_.outputs(), network_.outputs(),
                batch_targets_.data() + static_cast<std::size_t>(point) * network_.outputs());
  }
  return points;
}

double Trainer::step() {
  for (;;) {
    if (const std::optional<double> loss = turn()) return *loss;
  }
}

std::optional<double> Trainer::part() { return quick_ ? step() : turn(); }

std::optional<double> Trainer::turn() {
  const int parts = network_.parts();
  const bool whole_set = order_.empty();
  if (turn_ == 0) {
    const int points = whole_set ? data_.points : next_batch();
    network_.begin(whole_set ? data_.inputs : batch_inputs_.data(), points, pass_);
  }
  if (turn_ < parts) {
    network_.forward_part(turn_++, parameters_, pass_);
    if (turn_ < parts) return std::nullopt;
    loss_ = batch_loss(options_.loss, pass_.points(), network_.outputs(), network_.outputs(pass_),
                       whole_set ? data_.targets : batch_targets_.data(), grad_outputs_.data());
    if (std::isfinite(loss_)) return std::nullopt;
    turn_ = 0;
    return loss_;
  }
  network_.backward_part(2 * parts - 1 - turn_, parameters_, grad_outputs_.data(),
                         static_cast<float>(options_.learning_rate),
                         gradient_.empty() ? nullptr : gradient_.data(), pass_);
  if (++turn_ < 2 * parts) return std::nullopt;
  if (!gradient_.empty()) update();
  turn_ = 0;
  ++steps_taken_;
  return loss_;
}

bool Trainer::show_step(std::vector<float>& block) {
  std::vector<float>* const changing[] = {&parameters_, &mean_, &mean_square_};
  std::vector<float> before[3];
  for (int k = 0; k < 3; ++k) before[k] = *changing[k];
  std::vector<std::int32_t> order = order_;
  const RandomStream shuffle = shuffle_;
  const double mean_power = mean_decay_power_, mean_square_power = mean_square_decay_power_;
  const std::int64_t steps = steps_taken_;

  const bool finite = std::isfinite(step());
  if (finite) {
    const int points = pass_.points();
    const auto append = [&](const float* values, std::size_t count) {
      block.insert(block.end(), values, values + count);
    };
    const auto append_points = [&](const float* values, int width) {
      append(values, static_cast<std::size_t>(points) * static_cast<std::size_t>(width));
    };
    const bool parts_of_set = !order_.empty();
    block = {0.0f, static_cast<float>(points), static_cast<float>(loss_)};
    append_points(parts_of_set ? batch_inputs_.data() : data_.inputs, network_.inputs());
    append_points(parts_of_set ? batch_targets_.data() : data_.targets, network_.outputs());
    int part = 0;
    for (; part < network_.parts(); ++part) {
      append_points(network_.output(pass_, part), network_.width(part));
    }
    append_points(grad_outputs_.data(), network_.outputs());
    // Each gradient lies where a later one will, and layers that take the step themselves leave
    // none by their parameters: back once more, from the same outputs, by the parameters before the
    // step.
    std::vector<float> gradient(parameters_.size());
    while (part-- > 0) {
      network_.backward_part(part, before[0], grad_outputs_.data(), 0.0f, gradient.data(), pass_);
      if (part > 0) append_points(network_.gradient(pass_, part - 1), network_.width(part - 1));
    }
    network_.add_penalty_gradient(static_cast<float>(options_.penalties.l1),
                                  static_cast<float>(options_.penalties.l2), before[0],
                                  gradient.data());
    append(gradient.data(), gradient.size());
    for (int k = 0; k < 6; ++k) {
      const std::vector<float>& numbers = k % 2 == 0 ? before[k / 2] : *changing[k / 2];
      append(numbers.data(), numbers.size());
    }
    block[0] = static_cast<float>(block.size());
  }
  for (int k = 0; k < 3; ++k) changing[k]->swap(before[k]);
  order_.swap(order);
  shuffle_ = shuffle;
  mean_decay_power_ = mean_power;
  mean_square_decay_power_ = mean_square_power;
  steps_taken_ = steps;
  return finite;
}

// The step along the gathered gradient.
void Trainer::update() {
  if (options_.penalties != Penalties{}) {
    network_.add_penalty_gradient(static_cast<float>(options_.penalties.l1),
                                  static_cast<float>(options_.penalties.l2), parameters_,
                                  gradient_.data());
  }
  if (options_.optimizer == Optimizer::kAdam) return adam_step();
  const std::size_t count = parameters_.size();
  const float* direction = gradient_.data();
  if (options_.momentum > 0) {
    // What decays for ever would come below the smallest normal number, where processors are slow.
    kernels().combine(count, static_cast<float>(options_.momentum), 1.0f, 0x1p-126f, direction,
                      mean_.data());
    direction = mean_.data();
  }
  kernels().combine(count, 1.0f, -static_cast<float>(options_.learning_rate), 0.0f, direction,
                    parameters_.data());
}

// With the constants that Kingma and Ba suggest.
void Trainer::adam_step() {
  constexpr double kMeanDecay = 0.9, kMeanSquareDecay = 0.999;
  mean_decay_power_ *= kMeanDecay;
  mean_square_decay_power_ *= kMeanSquareDecay;
  AdamStep step;
  step.keep_mean = static_cast<float>(kMeanDecay);
  step.add_mean = static_cast<float>(1.0 - kMeanDecay);
  step.keep_square = static_cast<float>(kMeanSquareDecay);
  step.add_square = static_cast<float>(1.0 - kMeanSquareDecay);
  step.rate = static_cast<float>(options_.learning_rate / (1.0 - mean_decay_power_));
  step.square_correction = static_cast<float>(1.0 / (1.0 - mean_square_decay_power_));
  step.epsilon = 1e-8f;
  kernels().adam(parameters_.size(), step, gradient_.data(), mean_.data(), mean_square_.data(),
                 parameters_.data());
}

}  // namespace reprise
