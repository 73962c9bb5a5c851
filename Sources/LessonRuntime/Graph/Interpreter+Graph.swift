import Engine
import LessonProgram
import Transcript

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
    let graphPlan = Result { () throws(GraphRefusal) in try GraphPlan(request, plan) }
    let count = (try? graphPlan.get().instructionCount) ?? plan.instructions.count
    guard carryOut(plan.instructions[..<count]) else { return nil }
    let graph = graphPlan.flatMap { graphPlan in
      Result { () throws(GraphRefusal) in try graphPlan.graph(environment, plan) }
    }
    carryOut(plan.instructions[count...])
    return graph
  }
}
