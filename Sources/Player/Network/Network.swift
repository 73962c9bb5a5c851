/// A network that is put together from a few choices, with what it is trained on and how: as in TensorFlow Playground.
///
/// It is written as a lesson, and all that is known of it is what the lesson says.
public struct Network: Hashable, Sendable {
  /// The rows that it learns from.
  public var rows = Rows.made(.circle)
  /// How many rows are made.
  public var rowCount = 200
  /// How far made rows are from where they belong, as digits.
  public var noise = "0.1"
  /// What it is told of a row; there is at least one.
  public var features: Set<Feature> = [.x1, .x2]
  /// How many neurons its hidden layers have.
  public var layers = [4, 2]
  /// The function of the neurons in hidden layers.
  public var activation = Activation.tanh
  /// How it learns.
  public var optimizer = Optimizer.sgd
  /// The rate that it begins with, as digits.
  public var rate = "0.03"
  /// What large weights cost.
  public var penalty = Penalty.none
  /// How much they cost, as digits.
  public var strength = "0.001"
  /// How many rows have one update; `nil` for all of them.
  public var batchSize: Int? = 10
  /// What all that is drawn at random begins from.
  public var seed = 1

  /// A network with two hidden layers that is to tell a disc from the ring around it.
  public init() {}

  /// Rows to learn from.
  public enum Rows: Hashable, Sendable {
    /// Points that are made.
    case made(Shape)
    /// The text of a data cell, from a file of that name.
    case written(String, file: String)
  }

  /// Where points of two kinds lie that are made.
  public enum Shape: String, CaseIterable, Sendable { case circle, xor, gauss, spiral }

  /// A number that is made of a point's coordinates, as it is written.
  public enum Feature: String, CaseIterable, Sendable {
    case x1, x2
    case square1 = "x1^2"
    case square2 = "x2^2"
    case product = "x1*x2"
    case sine1 = "sin(x1)"
    case sine2 = "sin(x2)"
  }

  /// The function of a hidden neuron.
  public enum Activation: String, CaseIterable, Sendable { case tanh, relu, sigmoid, linear }

  /// An optimizer, by its name in lessons.
  public enum Optimizer: String, CaseIterable, Sendable { case sgd, momentum, adam }

  /// What is added to the cost.
  public enum Penalty: String, CaseIterable, Sendable {
    case none
    /// The sizes of the weights.
    case l1 = "L1"
    /// Half of their squares.
    case l2 = "L2"
  }

  /// The features, in order.
  var orderedFeatures: [Feature] { Feature.allCases.filter(features.contains) }

  /// The sizes of its layers: `2-4-2-1`.
  public var shape: String {
    ([features.count] + layers + [1]).map(String.init).joined(separator: "-")
  }

  /// The name of the rows, for people.
  var rowsName: String {
    switch rows {
    case .made(let shape): shape.rawValue
    case .written(_, file: let file): file
    }
  }
}
