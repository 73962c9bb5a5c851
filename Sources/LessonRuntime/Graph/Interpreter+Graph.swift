package import Engine
import LessonProgram
package import Transcript

extension Interpreter {
  /// Carries all instructions of a plan out, or those before the first that has no value.
  ///
  /// - Returns: the computation graph that is asked for, of the numbers where its value was fresh last; `nil` where none is, and
  ///   where the lesson stops before.
  mutating func run(_ plan: RunPlan, _ request: GraphRequest?) -> Result<ComputationGraph, GraphRefusal>? {
    guard plan.diagnostics.isEmpty, let request else {
      carryOut(plan.instructions[...])
      return nil
    }
    let requested = RequestedGraph(request, plan)
    guard carryOut(plan.instructions[..<requested.instructionCount]) else { return nil }
    let graph = requested.graph(environment)
    carryOut(plan.instructions[requested.instructionCount...])
    return graph
  }
}

/// The graph that a run is to give, and where it is taken.
package struct RequestedGraph {
  /// How many instructions are carried out before it is taken.
  package let instructionCount: Int
  private let plan: RunPlan
  private let graphPlan: Result<GraphPlan, GraphRefusal>

  /// What is asked for of a run without errors. Cost: the lesson is read once.
  package init(_ request: GraphRequest, _ plan: RunPlan) {
    self.plan = plan
    graphPlan = Result { () throws(GraphRefusal) in try GraphPlan(request, plan) }
    instructionCount = (try? graphPlan.get().instructionCount) ?? plan.instructions.count
  }

  /// The graph, or why there is none, of numbers as they are once so many instructions have been carried out.
  package func graph(_ environment: Environment) -> Result<ComputationGraph, GraphRefusal> {
    graphPlan.flatMap { graphPlan in
      Result { () throws(GraphRefusal) in try graphPlan.graph(environment, plan) }
    }
  }
}
