import Algebra
import Diagnostics
import Engine
import Exposition
import LessonProgram
import Transcript

/// Which value's graph a run gives, and where in the lesson it is taken: at its end or, where something has changed since that the
/// value depends on, right before that.
struct GraphPlan {
  /// The value.
  let output: Name
  /// The instructions that are carried out before.
  let instructionCount: Int

  /// More nodes than these are not drawn, even where the elements of families are one node.
  static let mostNodes = 2000
  /// More edges than these are not drawn.
  static let mostEdges = 6000

  /// Finds the value and the place.
  init(_ request: GraphRequest, _ plan: RunPlan) throws(GraphRefusal) {
    let known = KnownNames(plan)
    switch request {
    case .of(let text): output = try Self.value(called: text, known.all)
    case .cost: output = try Self.cost(of: plan)
    }
    let output = output
    let places =
      [plan.instructions.count]
      + plan.instructions.indices.reversed().filter { plan.instructions[$0].kind.mayMakeStale }
    instructionCount =
      places.first { count in
        let scope = known.anew(afterInstructions: count)
        return scope[output] != nil && scope.change(behind: output) == nil
      } ?? plan.instructions.count
  }

  /// The graph, of numbers as they now are; families are collapsed where there are many nodes.
  func graph(_ environment: Environment, _ plan: RunPlan) throws(GraphRefusal) -> ComputationGraph {
    let outcome: Result<ComputationGraph, GraphRefusal>
    do throws(Fault) {
      outcome = try self.outcome(environment, plan)
    } catch {
      throw GraphRefusal(
        "the graph of `\(output)` cannot be worked out: \(error.message)", hint: Self.anotherValue)
    }
    return try outcome.get()
  }

  private func outcome(
    _ environment: Environment, _ plan: RunPlan
  ) throws(Fault) -> Result<ComputationGraph, GraphRefusal> {
    // Whatever is worked out here is not counted against the lesson.
    let copy = try environment.copy(beneath: [.name(output)], work: WorkBound(plan.limits))
    let working = GraphWorking(of: output, equations: EquationWorking(style: plan.style, environment: copy))
    if let data = working.rowsBeneath {
      return .failure(
        GraphRefusal(
          "`\(output)` is worked out of all rows of `\(data)`, and a graph shows the work of one",
          hint: "--of takes a value that is worked out on one row"))
    }
    let count = working.connectionCount
    guard count <= GraphWorking.mostConnections else { return .failure(tooLarge(count, "connections")) }
    let graph = try working.graph().collapsedIfLarge
    guard graph.nodes.count <= Self.mostNodes else { return .failure(tooLarge(graph.nodes.count, "nodes")) }
    guard graph.edges.count <= Self.mostEdges else {
      return .failure(tooLarge(graph.edges.count, "connections"))
    }
    return .success(graph)
  }

  private func tooLarge(_ count: Int, _ things: String) -> GraphRefusal {
    GraphRefusal(
      "the graph of `\(output)` is too large to be read: it has \(count) \(things)",
      hint: "--of takes a value that stands nearer to the given numbers")
  }

  private static let anotherValue = "--of takes another value"
}

// MARK: - The value

extension GraphPlan {
  /// The value that was asked for.
  private static func value(called text: String, _ scope: Scope) throws(GraphRefusal) -> Name {
    let name = Name(text)
    if let definition = scope[name] {
      guard definition.kind == .formula else {
        throw GraphRefusal(
          "`\(text)` is a given number: nothing leads to it",
          hint: "--of takes a value that has a formula" + example(of: scope))
      }
      return name
    }
    if let first = scope.families[name]?.elements.first {
      throw GraphRefusal("`\(text)` is a family, and a graph is of one value", hint: "--of '\(first)'")
    }
    if scope.data[name] != nil {
      throw GraphRefusal(
        "`\(text)` is data, and a graph is of a value",
        hint: "--of takes a value that has a formula" + example(of: scope))
    }
    throw GraphRefusal(
      "there is no value `\(text)`",
      nearest: nearest(to: text, among: scope.definitions.map(\.name.text) + scope.mentionableNames),
      hint: "--of takes a value that has a formula" + example(of: scope))
  }

  private static func example(of scope: Scope) -> String {
    scope.definitions.last { $0.kind == .formula }.map { ", such as `\($0.name)`" } ?? ""
  }

  /// The last value of which a derivative is taken, else the last that has a formula.
  private static func cost(of plan: RunPlan) throws(GraphRefusal) -> Name {
    let last =
      plan.instructions.reversed().lazy.compactMap(\.differentiated).first
      ?? plan.instructions.reversed().lazy.compactMap(\.lastDefined).first
    guard let last else {
      throw GraphRefusal(
        "the lesson has no value with a formula", hint: "a graph shows what a value is worked out of")
    }
    return last
  }
}

extension Instruction {
  /// The last name of whose value a derivative is taken here.
  fileprivate var differentiated: Name? {
    switch kind {
    case .explain(let formula): formula.differentiated
    case .explainDerivatives(let output, _, _): output.ownName
    case .backward(let name, _): name
    case .update(let descent): descent.cost
    case .train(let training): training.cost
    case .assign(let assignments): assignments.reversed().lazy.compactMap(\.formula.differentiated).first
    case .define(let definitions): definitions.reversed().lazy.compactMap(\.formula.differentiated).first
    case .loop(let loop): loop.body.reversed().lazy.compactMap(\.differentiated).first
    default: nil
    }
  }

  /// The last name that gets a formula here.
  fileprivate var lastDefined: Name? {
    if case .define(let definitions) = kind { definitions.last?.name } else { nil }
  }
}

extension Instruction.Kind {
  /// Whether it may change what a value has been worked out of.
  fileprivate var mayMakeStale: Bool {
    switch self {
    case .update, .reset, .train, .assign, .loop, .forward: true
    default: false
    }
  }
}

extension Formula {
  /// The name of whose value this takes a derivative, the last of them.
  fileprivate var differentiated: Name? {
    let atoms = if case .derivative = self { [self] } else { self.atoms }
    return atoms.reversed().lazy.compactMap { atom in
      if case .derivative(let output, _) = atom { output.ownName } else { nil }
    }.first
  }

  /// The value that the formula is, on each row or on the inputs as they are.
  fileprivate var ownName: Name? {
    switch self {
    case .name(let name): name
    case .overRows(_, .name(let name), _): name
    default: nil
    }
  }
}
